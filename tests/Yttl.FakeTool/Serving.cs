using System.Globalization;
using System.Net;
using System.Text;

namespace Yttl.FakeTools;

/// <summary>
/// A model server that does as its caller says: <c>/v1/id</c> tells its process id, <c>/v1/hang</c> never answers and
/// nothing does after it, <c>/v1/die?CODE</c> ends it in the middle of the call.
/// </summary>
internal static class Serving
{
    /// <param name="loading">So many questions for <c>/health</c> are answered with 503 at first.</param>
    public static int Run(int port, int loading)
    {
        using var listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
        try
        {
            listener.Start();
        }
        catch (HttpListenerException e)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }

        Console.Error.WriteLine("listening");
        while (true)
        {
            var context = listener.GetContext();
            var url = context.Request.Url!;
            switch (url.AbsolutePath)
            {
                case "/health":
                    context.Response.StatusCode = loading-- > 0 ? 503 : 200;
                    break;
                case "/v1/hang":
                    Thread.Sleep(Timeout.Infinite);
                    break;
                case "/v1/die":
                    Console.Error.WriteLine("out of tensors");
                    Environment.Exit(int.Parse(url.Query[1..], CultureInfo.InvariantCulture));
                    break;
                case "/v1/id":
                    var id = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
                    context.Response.OutputStream.Write(Encoding.ASCII.GetBytes(id));
                    break;
                default:
                    context.Response.StatusCode = 404;
                    break;
            }

            context.Response.Close();
        }
    }
}
