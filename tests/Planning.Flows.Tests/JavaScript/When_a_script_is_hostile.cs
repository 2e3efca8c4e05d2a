using Planning.Flows.JavaScript;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.JavaScript;

/// <summary>Whatever a script does, it ends: with an answer or with a fault, never with the process.</summary>
public sealed class When_a_script_is_hostile
{
    private const string Stopped = "The script was stopped because it ";

    [Theory]
    [InlineData("while (true) {}", "executed more than 500000 statements")]
    [InlineData("for (;;);", "executed more than 500000 statements")]
    [InlineData("do {} while (1)", "executed more than 500000 statements")]
    [InlineData("while (true) { try { throw 1 } catch {} }", "executed more than 500000 statements")]
    [InlineData("function f() { return f() } f()", "called functions inside one another too deep")]
    [InlineData("const f = x => [x].map(f); f(1)", "called functions inside one another too deep")]
    [InlineData("const f = (a, b) => [2, 1].sort(f); f()", "called functions inside one another too deep")]
    [InlineData("const o = {get x() { return this.x }}; o.x", "called functions inside one another too deep")]
    [InlineData("const o = {toString() { return '' + this }}; o + ''", "called functions inside one another too deep")]
    [InlineData("const o = {}; o.toString = String.bind(null, o); o + ''", "called functions inside one another too deep")]
    [InlineData("const a = []; a[0] = a; a.join()", "called functions inside one another too deep")]
    [InlineData("class A { constructor() { new A() } } new A()", "called functions inside one another too deep")]
    [InlineData("let s = 'x'; while (true) s += s", "made a text of more than 4,000,000 characters")]
    [InlineData("'x'.repeat(1e9)", "made a text of more than 4,000,000 characters")]
    [InlineData("'x'.padStart(1e9)", "made a text of more than 4,000,000 characters")]
    [InlineData("let s = 'x'.repeat(1e6); `${s}${s}${s}${s}${s}`", "made a text of more than 4,000,000 characters")]
    [InlineData("Array(1e6).join('xxxxxxxx')", "made a text of more than 4,000,000 characters")]
    [InlineData("new Array(4e9)", "made a list of more than 1,000,000 items")]
    [InlineData("const a = []; a[1e9] = 1", "made a list of more than 1,000,000 items")]
    [InlineData("const a = []; a.length = 1e8", "made a list of more than 1,000,000 items")]
    [InlineData("const a = [1]; while (true) a.push(...a)", "made a list of more than 1,000,000 items")]
    [InlineData("const a = [1]; for (const x of a) a.push(x)", "executed more than 500000 statements")]
    [InlineData("const a = Array(1e6).fill(1); while (true) a.indexOf(2)", "did too much work")]
    [InlineData("Array.from({length: 1e9})", "went through a list that is too long")]
    [InlineData("const m = new Map([[1, 1]]); m.forEach((v, k) => m.set(k + 1, 1))", "did too much work")]
    [InlineData("/(?=x)x*x*x*y/.test('x'.repeat(301))", "searched a text of more than 300 characters with a regular expression "
        + "that looks around")]
    [InlineData("let o = {}; for (let i = 0; ; i++) o['k' + i] = i", "executed more than 500000 statements")]
    public void it_is_stopped(string script, string deed) => Assert.Equal(
        $"{Stopped}{deed}. Look for a loop or a recursion that never ends.",
        Assert.Throws<ScriptStoppedException>(() => Script.ValueOf(script)).Message);

    [Fact]
    public void a_search_that_would_go_on_for_ever_in_other_engines_ends() =>
        Assert.Equal(false, Script.ValueOf("/^(a+)+$/.test('a'.repeat(50000) + 'b')"));

    [Fact]
    public void it_cannot_catch_being_stopped() => Assert.Throws<ScriptStoppedException>(() =>
        Script.ValueOf("try { while (true) {} } catch (e) { 'caught' } finally { 'kept' }"));

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("{", "1", "}")]
    [InlineData("!", "1", "")]
    [InlineData("x => ", "1", "")]
    [InlineData("(a = ", "1", ") => 2")]
    [InlineData("f(", "1", ")")]
    [InlineData("`${", "1", "}`")]
    [InlineData("if (1) ", ";", "")]
    [InlineData("({a: ", "1", "})")]
    [InlineData("1 ** ", "1", "")]
    [InlineData("a ? b : ", "1", "")]
    [InlineData("new ", "X", "")]
    [InlineData("function f() { ", "", "}")]
    [InlineData("class A { m() { ", "", "}}")]
    public void a_script_nested_too_deep_is_refused(string open, string inside, string close)
    {
        var script = string.Concat(Enumerable.Repeat(open, 5_000)) + inside + string.Concat(Enumerable.Repeat(close, 5_000));

        Assert.StartsWith("The script nests more than ", Script.MistakesOf(script)[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".b")]
    [InlineData("()")]
    [InlineData("[0]")]
    [InlineData("?.b")]
    [InlineData(" && a")]
    [InlineData(" * a")]
    public void a_chain_that_is_too_long_is_refused(string link) => Assert.StartsWith(
        "The script nests more than ",
        Script.MistakesOf("const a = 1; a" + string.Concat(Enumerable.Repeat(link, 5_000)))[0].Message,
        StringComparison.Ordinal);

    [Fact]
    public void many_terms_of_a_sum_are_no_nest() =>
        Assert.Equal(10_001L, Script.ValueOf("1" + string.Concat(Enumerable.Repeat(" + 1", 10_000))));

    [Fact]
    public void a_script_that_is_too_long_is_refused() => Assert.Equal(
        "The script is longer than 100000 characters. Move data out of it, or split it.",
        Assert.Single(Script.MistakesOf(new string(' ', 100_001))).Message);

    [Fact]
    public void recursion_that_ends_is_welcome() =>
        Assert.Equal(5050L, Script.ValueOf("const sum = n => n === 0 ? 0 : n + sum(n - 1); sum(100)"));
}
