using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.JavaScript;

/// <summary>Engines are used again; what one script does is nothing to the next.</summary>
public sealed class When_scripts_share_an_engine
{
    [Theory]
    [InlineData("leak = 1; this.leak = 1; var leak2 = 2; 0", "typeof leak + typeof leak2 + typeof this.leak")]
    [InlineData("(function () { this && (this.leak = 1) })(); 0", "(function () { return typeof (this && this.leak) })()")]
    [InlineData("Array.prototype.leak = 1; Object.prototype.leak = 1; 0", "typeof [].leak + typeof ({}).leak")]
    [InlineData("Array.prototype.map = () => 'bad'; 0", "[1].map(x => x)[0]")]
    [InlineData("Math.max = () => 'bad'; Math.leak = 1; 0", "Math.max(1, 2) + typeof Math.leak")]
    [InlineData("delete Array.prototype.map; delete Math.PI; 0", "typeof [].map + typeof Math.PI")]
    [InlineData("Object.defineProperty(Object.prototype, 'leak', {value: 1})", "typeof ({}).leak")]
    [InlineData("Object.setPrototypeOf(Array.prototype, {leak: 1}); 0", "typeof [].leak")]
    [InlineData("Object.assign(String.prototype, {leak: 1}); 0", "typeof 'x'.leak")]
    [InlineData("[].constructor.prototype.leak = 1; ({}).constructor.leak = 1; 0", "typeof [].leak + typeof ({}).constructor.leak")]
    [InlineData("(() => 1).constructor && ((() => 1).constructor.leak = 1); 0", "typeof (() => 1).leak")]
    [InlineData("JSON.stringify = null; Date.now = null; RegExp.prototype.test = null; Map.prototype.get = null; 0",
        "typeof JSON.stringify + typeof Date.now + typeof /x/.test + typeof new Map().get")]
    [InlineData("Error.prototype.name = 'Leak'; TypeError.prototype.leak = 1; 0", "new Error('x').name + typeof new TypeError('x').leak")]
    [InlineData("[1].values().next.leak = 1; Object.freeze(Array); new Map().entries().next.leak = 1; 0",
        "typeof [1].values().next.leak")]
    [InlineData("var undefined = 5, NaN = 6; 0", "String(undefined) + NaN")]
    public void what_one_script_does_the_next_cannot_see(string first, string second)
    {
        var before = Script.Run(second);
        try
        {
            Script.ValueOf(first);
        }
        catch (Flows.JavaScript.ScriptFailedException)
        {
            // It may be refused while it runs just as well.
        }

        Assert.Equal(before, Script.Run(second));
        Assert.Equal("\"undefined\"", Script.Run("typeof leak"));
    }

    [Fact]
    public void an_object_may_still_have_members_of_built_in_names() =>
        Assert.Equal("own,e,42", Script.ValueOf(
            """
            const o = {}; o.toString = () => 'own'; o.constructor = 1;
            const e = new Error('x'); e.name = 'e'; e.message = 'm';
            function F() {} F.prototype.valueOf = () => 42;
            `${o},${e.name},${+new F()}`
            """));

    [Fact]
    public async Task many_threads_may_run_scripts_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(
            () => Enumerable.Range(0, 200).Select(round => Script.Run($"let n = 0; for (let i = 0; i < {round}; i++) n += {thread}; n"))
                .ToList(), TestContext.Current.CancellationToken)));

        Assert.All(answers.Index(), thread => Assert.Equal(
            Enumerable.Range(0, 200).Select(round => $"{round * thread.Index}"), thread.Item));
    }

    [Fact]
    public void a_script_that_was_stopped_leaves_nothing_behind()
    {
        Assert.Throws<Flows.JavaScript.ScriptStoppedException>(() => Script.ValueOf("const f = () => [1].map(f); f()"));

        Assert.Equal("[1,2,3]", Script.Run("[1, 2, 3].map(x => x)"));
    }
}
