namespace Yttl.Architecture.Specs.Folders;

public sealed class FolderGraphSpecs
{
    [Fact]
    public void A_constant_is_a_use() => UseOf(
        "public static class Top { public const int Most = 3; }",
        "Top.Most",
        "using P.Above; class Bottom { const int Most = Top.Most; }");

    [Fact]
    public void A_generic_argument_is_a_use() => UseOf(
        "public sealed record Top;",
        "Top",
        "using P.Above; class Bottom { readonly System.Collections.Generic.List<Top> _all = []; }");

    [Fact]
    public void An_extension_method_is_a_use() => UseOf(
        "public static class Top { public static int Half(this int number) => number / 2; }",
        "Top.Half(int)",
        "using P.Above; class Bottom { int Half => 4.Half(); }");

    [Fact]
    public void An_extension_property_is_a_use() => UseOf(
        "public static class Top { extension(int number) { public int Half => number / 2; } }",
        "Half",
        "using P.Above; class Bottom { int Quarter => 4.Half; }");

    [Fact]
    public void An_attribute_is_a_use() => UseOf(
        "public sealed class TopAttribute : System.Attribute;",
        "TopAttribute.TopAttribute()",
        "using P.Above; [Top] class Bottom;");

    [Fact]
    public void A_base_type_is_a_use() => UseOf(
        "public abstract class Top;",
        "Top",
        "using P.Above; class Bottom : Top;");

    [Fact]
    public void A_member_of_a_type_that_is_not_named_is_a_use()
    {
        var cycles = CyclesOf(
            ("Above/Top.cs", "namespace P.Above; public sealed record Top(int Count); class Uses { P.Below.Bottom? _bottom; }"),
            ("Below/Bottom.cs", "namespace P.Below; class Bottom { int Of(P.Between.Middle middle) => middle.Top.Count; }"),
            ("Between/Middle.cs", "namespace P.Between; public sealed record Middle(P.Above.Top Top);"));

        cycles.ShouldContain("Below/Bottom.cs:1 Top.Count");
    }

    [Fact]
    public void The_type_that_a_var_stands_for_is_a_use()
    {
        var cycles = CyclesOf(
            ("Above/Top.cs", "namespace P.Above; public sealed record Top; class Uses { P.Below.Bottom? _bottom; }"),
            ("Below/Bottom.cs", "namespace P.Below; class Bottom { void Of(P.Between.Middle middle) { var top = middle.Tops; } }"),
            ("Between/Middle.cs", "namespace P.Between; public sealed record Middle(P.Above.Top[] Tops);"));

        cycles.ShouldContain("Below/Bottom.cs:1 Top");
    }

    [Theory]
    [InlineData("object Of(Middle middle) { long number = middle.Top; return number; }", "Top.implicit operator long(Top)")]
    [InlineData("object Of(Middle middle) => middle.Top + middle.Top;", "Top.operator +(Top, Top)")]
    [InlineData("object Of(Middle middle) => -middle.Top;", "Top.operator -(Top)")]
    [InlineData("void Of(Middle middle) { foreach (int number in middle.Top) { } }", "Top.GetEnumerator()")]
    [InlineData("void Of(Middle middle) { var (left, right) = middle.Top; }", "Top.Deconstruct(out int, out int)")]
    [InlineData("bool Of(Middle middle) => middle.Top is (1, 2);", "Top.Deconstruct(out int, out int)")]
    [InlineData("object Of(Middle middle) => middle.Top[0];", "Top.this[int]")]
    [InlineData("Middle Of() => new(new(3));", "Top.Top(int)")]
    [InlineData("Middle Of() => new(new(3) { 4 });", "Top.Add(int)")]
    [InlineData("object Of(Middle middle) => from number in middle.Top select number;", "Top.Select(Func<int, int>)")]
    [InlineData("async System.Threading.Tasks.Task Of(Middle middle) => await middle.Top;", "Top.GetAwaiter()")]
    [InlineData("void Of(Middle middle) => middle.Top.Changed += null;", "Top.Changed")]
    [InlineData("System.Delegate Of(Middle middle) => middle.Top.Add;", "Top.Add(int)")]
    public void A_member_that_the_compiler_calls_is_a_use(string member, string symbol)
    {
        var cycles = CyclesOf(
            ("Above/Top.cs", """
                using System;
                namespace P.Above;
                public sealed class Top(int number) : System.Collections.IEnumerable
                {
                    public int this[int index] => number;
                    public event Action? Changed;
                    public static implicit operator long(Top top) => 1;
                    public static Top operator +(Top left, Top right) => left;
                    public static Top operator -(Top top) => top;
                    public System.Collections.IEnumerator GetEnumerator() => throw new Exception(number + "" + Changed);
                    public void Deconstruct(out int left, out int right) => left = right = number;
                    public void Add(int other) { }
                    public Top Select(Func<int, int> select) => this;
                    public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default;
                }
                class Uses { P.Below.Bottom? _bottom; }
                """),
            ("Below/Bottom.cs", $"using P.Between; namespace P.Below; class Bottom {{ {member} }}"),
            ("Between/Middle.cs", "namespace P.Between; public sealed record Middle(P.Above.Top Top);"));

        cycles.ShouldContain($"Below/Bottom.cs:1 {symbol}\n");
    }

    [Fact]
    public void A_parent_and_its_child_are_two_folders() =>
        CyclesOf(
            ("Speech/Talk.cs", "namespace P.Speech; class Talk { P.Speech.Words.Word? _word; }"),
            ("Speech/Words/Word.cs", "namespace P.Speech.Words; class Word { Talk? _talk; }"))
            .ShouldBe("""
                cycle of 2 folders: Speech, Speech/Words
                  Speech -> Speech/Words: 1
                    Speech/Talk.cs:1 Word
                  Speech/Words -> Speech: 1
                    Speech/Words/Word.cs:1 Talk

                """);

    [Fact]
    public void The_root_is_a_folder() =>
        CyclesOf(
            ("Program.cs", "namespace P; class Program { P.Speech.Talk? _talk; }"),
            ("Speech/Talk.cs", "namespace P.Speech; class Talk { Program? _program; }"))
            .ShouldStartWith("cycle of 2 folders: (root), Speech\n");

    [Fact]
    public void A_cycle_over_several_folders_is_found() =>
        CyclesOf(
            ("A/One.cs", "namespace P.A; class One { P.B.Two? _two; }"),
            ("B/Two.cs", "namespace P.B; class Two { P.C.Three? _three; }"),
            ("C/Three.cs", "namespace P.C; class Three { P.A.One? _one; }"),
            ("D/Four.cs", "namespace P.D; class Four { P.A.One? _one; }"))
            .ShouldStartWith("cycle of 3 folders: A, B, C\n");

    [Fact]
    public void A_member_of_a_partial_type_belongs_where_it_is_written() =>
        CyclesOf(
            ("Above/Whole.cs", "namespace P; public static partial class Whole { public static int Upper => P.Bottom.Two; }"),
            ("Below/Whole.cs", "namespace P; public static partial class Whole { public static int Lower => 1; }"),
            ("Below/Bottom.cs", "namespace P; class Bottom { public static int Two => Whole.Lower + 1; }"))
            .ShouldBeEmpty();

    [Fact]
    public void What_is_generated_into_a_type_belongs_to_the_type() =>
        CyclesOf(
            ("Json/PJson.cs", """
                using System.Text.Json.Serialization;
                namespace P.Json;
                [JsonSerializable(typeof(P.Speech.Talk))]
                public sealed partial class PJson : JsonSerializerContext;
                """),
            ("Speech/Talk.cs", """
                namespace P.Speech;
                public sealed class Talk { string Text => System.Text.Json.JsonSerializer.Serialize(this, P.Json.PJson.Default.Talk); }
                """))
            .ShouldContain("Speech/Talk.cs:2 PJson.Talk\n");

    [Fact]
    public void Documentation_and_nameof_are_no_uses() =>
        CyclesOf(
            ("Above/Top.cs", "namespace P.Above; class Top { P.Below.Bottom? _bottom; }"),
            ("Below/Bottom.cs", """
                namespace P.Below;
                /// <summary>Of <see cref="P.Above.Top"/>.</summary>
                class Bottom { string Name => nameof(P.Above.Top); }
                """))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("Missing? _missing;", "Missing")]
    [InlineData("int Of(string text) => text.Missing;", "Missing")]
    [InlineData("int Of() => Missing();", "Missing")]
    [InlineData("int Of(string text) => text.IndexOf();", "IndexOf")]
    public void A_name_that_is_not_bound_is_told(string member, string name) =>
        GraphOf(("Speech/Talk.cs", $"namespace P.Speech; class Talk {{ {member} }}")).Unbound.ShouldBe([$"Speech/Talk.cs:1 {name}"]);

    private static void UseOf(string top, string symbol, string bottom) =>
        CyclesOf(
            ("Above/Top.cs", $"namespace P.Above; {top} class Uses {{ P.Below.Bottom? _bottom; }}"),
            ("Below/Bottom.cs", bottom.Replace("using P.Above;", "using P.Above; namespace P.Below;", StringComparison.Ordinal)))
            .ShouldContain($"{symbol}\n");

    private static string CyclesOf(params (string Path, string Text)[] sources)
    {
        var graph = GraphOf(sources);
        graph.Unbound.ShouldBeEmpty();
        return graph.DescribeCycles();
    }

    private static FolderGraph GraphOf(params (string Path, string Text)[] sources) =>
        FolderGraph.From(ProjectCompilation.From(sources.Select(source => ("/project/" + source.Path, source.Text))), "/project");
}
