using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Yttl.Architecture.Specs.Folders;
using Yttl.TestKit;

namespace Yttl.Architecture.Specs.Http;

/// <summary>
/// Every answer has a limit of bytes and of time, because every client comes from <c>HttpClients</c>. The SDKs of Azure
/// that call the host's own account and identity have their own.
/// </summary>
public sealed class HttpClientSpecs
{
    private const string Clients = "src/Yttl.Core/Http/HttpClients.cs";

    /// <summary>A connection of its own: the proxy passes on bytes and keeps none.</summary>
    private const string Guard = "src/Yttl.Core/NetworkGuard/";

    /// <summary>What sends requests, by the base class of its kind.</summary>
    private static readonly string[] Senders =
    [
        "System.Net.Http.HttpMessageInvoker",
        "System.Net.Http.HttpMessageHandler",
        "System.Net.WebRequest",
        "System.Net.WebClient",
        "System.Net.Sockets.Socket",
        "System.Net.Sockets.TcpClient",
        "System.Net.WebSockets.WebSocket",
    ];

    /// <inheritdoc cref="FolderSpecs.Projects"/>
    public static TheoryData<string> Projects => FolderSpecs.Projects;

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_client_has_bounds(string project) =>
        Unbounded(ProjectCompilation.From(Repository.PathOf(project), FolderSpecs.Configuration))
            .ShouldBeEmpty("make it with Yttl.Core.Http.HttpClients, whose answers have bounds");

    [Theory]
    [InlineData("new System.Net.Http.HttpClient()", "HttpClient")]
    [InlineData("Made = new()", "HttpClient")]
    [InlineData("new System.Net.Http.SocketsHttpHandler()", "SocketsHttpHandler")]
    [InlineData("new Own()", "Own")]
    [InlineData("System.Net.WebRequest.Create(\"http://localhost\")", "WebRequest")]
    [InlineData("new System.Net.Sockets.TcpClient()", "TcpClient")]
    public void A_client_made_elsewhere_is_found(string expression, string type) =>
        Unbounded(ProjectCompilation.From([("/x/Caller.cs", $$"""
            internal sealed class Own : System.Net.Http.DelegatingHandler;
            internal static class Caller
            {
                private static System.Net.Http.HttpClient? Made;
                public static object Make() => {{expression}};
            }
            """)])).ShouldHaveSingleItem().ShouldContain(type);

    private static IEnumerable<string> Unbounded(CSharpCompilation compilation) =>
        compilation.SyntaxTrees
            .Where(tree => PathOf(tree) is var path && path != Clients && !path.StartsWith(Guard, StringComparison.Ordinal))
            .SelectMany(tree => Unbounded(tree, compilation.GetSemanticModel(tree)));

    private static IEnumerable<string> Unbounded(SyntaxTree tree, SemanticModel model) =>
        tree.GetRoot().DescendantNodes()
            .Select(node => (Node: node, Type: Made(node, model)))
            .Where(made => made.Type is not null)
            .Select(made => $"{PathOf(tree)}({made.Node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {made.Type}");

    /// <summary>Returns the type of the sender that a node makes or takes from its framework; else null.</summary>
    private static string? Made(SyntaxNode node, SemanticModel model) => node switch
    {
        BaseObjectCreationExpressionSyntax => Sender(model.GetTypeInfo(node).Type),
        InvocationExpressionSyntax when model.GetSymbolInfo(node).Symbol is IMethodSymbol { IsStatic: true } method =>
            Sender(method.ContainingType),
        _ => null,
    };

    private static string? Sender(ITypeSymbol? type)
    {
        for (var kind = type; kind is not null; kind = kind.BaseType)
            if (Senders.Contains(kind.ToDisplayString()))
                return type!.Name;
        return null;
    }

    private static string PathOf(SyntaxTree tree) => Path.GetRelativePath(Repository.Root, tree.FilePath).Replace('\\', '/');
}
