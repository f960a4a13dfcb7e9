using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Yttl.Architecture.Specs.Folders;

/// <summary>
/// Collects the types and members of other folders that a file uses: those it names, the type that a <c>var</c> stands
/// for, and members that the compiler calls unnamed (operators, conversions, enumerators, deconstruction, initializers).
/// Documentation and <c>nameof</c> are no uses.
/// </summary>
internal sealed class FolderUses : CSharpSyntaxWalker
{
    private static readonly SymbolDisplayFormat Shown = SymbolDisplayFormat.CSharpShortErrorMessageFormat;

    private readonly SemanticModel _model;
    private readonly SourceFolders _folders;
    private readonly string _from;
    private readonly HashSet<FolderUse> _found = [];
    private readonly List<string> _unbound = [];

    private FolderUses(SemanticModel model, SourceFolders folders)
    {
        _model = model;
        _folders = folders;
        _from = folders.Find(model.SyntaxTree)!;
    }

    public IReadOnlyCollection<FolderUse> Found => _found;

    /// <summary>Names that the compiler finds nothing or too much for: what they use stays unseen.</summary>
    public IReadOnlyCollection<string> Unbound => _unbound;

    public static FolderUses In(SyntaxTree tree, CSharpCompilation compilation, SourceFolders folders)
    {
        var uses = new FolderUses(compilation.GetSemanticModel(tree), folders);
        uses.Visit(tree.GetRoot());
        return uses;
    }

    public override void DefaultVisit(SyntaxNode node)
    {
        foreach (var symbol in SymbolsOf(node).Distinct(SymbolEqualityComparer.Default))
            Add(node, symbol);
        base.DefaultVisit(node);
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (_model.GetOperation(node) is not INameOfOperation)
            base.VisitInvocationExpression(node);
    }

    private IEnumerable<ISymbol?> SymbolsOf(SyntaxNode node) => node switch
    {
        ForEachStatementSyntax each => [.. Enumerator(each), .. Converted(each.Expression)],
        ForEachVariableStatementSyntax each => [.. Enumerator(each), .. Methods(_model.GetDeconstructionInfo(each))],
        AssignmentExpressionSyntax assignment =>
            [.. Named(assignment), .. Converted(assignment), .. Methods(_model.GetDeconstructionInfo(assignment))],
        AwaitExpressionSyntax waiting => [.. Awaiter(waiting), .. Converted(waiting)],
        InitializerExpressionSyntax initializer when initializer.IsKind(SyntaxKind.CollectionInitializerExpression) =>
            initializer.Expressions.Select(item => _model.GetCollectionInitializerSymbolInfo(item).Symbol),
        RecursivePatternSyntax => [(_model.GetOperation(node) as IRecursivePatternOperation)?.DeconstructSymbol],
        QueryClauseSyntax clause =>
            [_model.GetQueryClauseInfo(clause).OperationInfo.Symbol, _model.GetQueryClauseInfo(clause).CastInfo.Symbol],
        ExpressionSyntax expression => [.. Named(expression), .. Converted(expression)],
        ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax or SelectOrGroupClauseSyntax or OrderingSyntax => Named(node),
        _ => [],
    };

    private IEnumerable<ISymbol?> Named(SyntaxNode node)
    {
        var info = _model.GetSymbolInfo(node);
        return info switch
        {
            { Symbol: ITypeSymbol inferred } when node is IdentifierNameSyntax { IsVar: true } => TypesIn(inferred),
            { Symbol: { } symbol } => [symbol],
            // A method in place of System.Delegate: only its operation says which.
            { Symbol: null } when _model.GetOperation(Whole(node)) is IMethodReferenceOperation reference => [reference.Method],
            _ => Nothing(node, info.CandidateReason),
        };
    }

    private static SyntaxNode Whole(SyntaxNode node) =>
        node.Parent is MemberAccessExpressionSyntax access && access.Name == node ? access : node;

    private IEnumerable<ISymbol?> Nothing(SyntaxNode node, CandidateReason reason)
    {
        if (node is SimpleNameSyntax and not IdentifierNameSyntax { IsNotNull: true }
            && (reason != CandidateReason.None || _model.GetTypeInfo(node).Type is IErrorTypeSymbol))
        {
            _unbound.Add($"{_folders.PlaceOf(node)} {node}");
        }
        return [];
    }

    private static IEnumerable<ITypeSymbol> TypesIn(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => TypesIn(array.ElementType),
        INamedTypeSymbol named => [named, .. named.TypeArguments.SelectMany(TypesIn)],
        _ => [],
    };

    private IEnumerable<ISymbol?> Converted(ExpressionSyntax expression) => [_model.GetConversion(expression).MethodSymbol];

    private IEnumerable<ISymbol?> Enumerator(CommonForEachStatementSyntax each)
    {
        var info = _model.GetForEachStatementInfo(each);
        return [info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty, info.DisposeMethod, info.ElementConversion.MethodSymbol];
    }

    private IEnumerable<ISymbol?> Awaiter(AwaitExpressionSyntax waiting)
    {
        var info = _model.GetAwaitExpressionInfo(waiting);
        return [info.GetAwaiterMethod, info.IsCompletedProperty, info.GetResultMethod];
    }

    private static IEnumerable<ISymbol?> Methods(DeconstructionInfo info) =>
        [info.Method, info.Conversion?.MethodSymbol, .. info.Nested.SelectMany(Methods)];

    private void Add(SyntaxNode node, ISymbol? symbol)
    {
        var declared = (symbol as IMethodSymbol)?.ReducedFrom ?? symbol?.OriginalDefinition;
        if (declared is not (INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol))
            return;
        var folders = _folders.Declaring(declared);
        if (folders.Contains(_from))
            return;
        foreach (var folder in folders)
            _found.Add(new FolderUse(_from, folder, _folders.PlaceOf(node), declared.ToDisplayString(Shown)));
    }
}
