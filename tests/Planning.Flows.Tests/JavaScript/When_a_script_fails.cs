using Planning.Flows.JavaScript;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.JavaScript;

public sealed class When_a_script_fails
{
    [Theory]
    [InlineData("throw new Error('custom')", "custom (line 1, column 17)")]
    [InlineData("throw 'just text'", "just text (line 1, column 7)")]
    [InlineData("const order = null;\norder.total", "total was asked of undefined or null (line 2, column 7)")]
    [InlineData("const order = {};\n\n  order.lines.length", "length was asked of undefined or null (line 3, column 15)")]
    [InlineData("const order = {};\norder.sum()", "sum is not a function (line 2, column 7)")]
    [InlineData("[...5]", "5 is not iterable (line 1, column 5)")]
    [InlineData("const {a} = null", "null has no members to take apart (line 1, column 7)")]
    [InlineData("JSON.parse('')", "Unexpected end of JSON input (line 1, column 12)")]
    [InlineData("[].reduce((a, b) => a)", "Reduce of empty array with no initial value (line 1, column 11)")]
    [InlineData("'a'.repeat(-1)", "Invalid count value (line 1, column 13)")]
    [InlineData("throw {code: 7}", "The script threw an object without a message. (line 1, column 14)")]
    [InlineData("(5).toFixed(101)", "The number of digits must be between 0 and 100 (line 1, column 13)")]
    public void the_message_says_what_and_where(string script, string message) =>
        Assert.Equal(message, Assert.Throws<ScriptFailedException>(() => Script.ValueOf(script)).Message);

    [Theory]
    [InlineData("() => 1", "The script answered with a function. Call the function, or return a value.")]
    [InlineData("const o = {}; o.self = o; o",
        "The script answered with an object that contains itself. Return only what is needed of it.")]
    public void an_answer_that_no_workflow_can_keep_is_a_failure(string script, string message) =>
        Assert.Equal(message, Assert.Throws<ScriptFailedException>(() => Script.ValueOf(script)).Message);

    [Fact]
    public void the_script_may_catch_what_its_own_functions_throw_inside_built_in_ones()
    {
        Assert.Equal("late", Script.ValueOf("try { [2, 1].sort(() => { throw new Error('late') }) } catch (e) { e.message }"));
        Assert.Equal(7L, Script.ValueOf("try { 'a'.replace('a', () => { throw {code: 7} }) } catch ({code}) { code }"));
    }

    [Fact]
    public void the_script_may_catch_it_with_a_sentence() =>
        Assert.Equal("x is not a function", Script.ValueOf("try { ({}).x() } catch (e) { e.message }"));
}
