using System.Text;
using Microsoft.AspNetCore.Http;

namespace Yttl.Functions.Specs.Http;

internal static class HttpRequests
{
    public static HttpRequest Of(string body = "", string query = "")
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        request.QueryString = new QueryString(query);
        return request;
    }
}
