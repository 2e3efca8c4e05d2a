using System.Text.Json;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Customers;

public sealed class When_an_id_is_written
{
    [Theory]
    [InlineData("a")]
    [InlineData("7")]
    [InlineData("helvia")]
    [InlineData("straits-converge-2")]
    [InlineData("ends-with-")]
    public void small_letters_digits_and_hyphens_are_taken_as_they_are(string text) =>
        Assert.Equal(text, Key<Customer>(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("-helvia")]
    [InlineData("Helvia")]
    [InlineData("helvia telekom")]
    [InlineData(" helvia")]
    [InlineData("helvia_1")]
    [InlineData("zürich")]
    [InlineData("客户")]
    [InlineData("a/b")]
    [InlineData("a.b")]
    [InlineData("٣")]
    public void anything_else_is_refused_and_says_what_to_write(string text)
    {
        var refusal = Assert.Throws<FormatException>(() => Key<Customer>(text));
        Assert.Equal($"“{text}” is not an id: write 1 to 64 lower-case letters, digits and hyphens.", refusal.Message);
    }

    [Fact]
    public void sixty_four_characters_are_enough_and_sixty_five_are_too_many()
    {
        Assert.True(Id<Customer>.TryParse(new string('a', 64), null, out _));
        Assert.False(Id<Customer>.TryParse(new string('a', 65), null, out _));
    }

    [Fact]
    public void nothing_is_no_id() => Assert.False(Id<Customer>.TryParse(null, null, out _));

    [Fact]
    public void a_file_holds_its_bare_text() => Assert.Equal("\"helvia\"", Json(Key<Customer>("helvia")));

    [Fact]
    public void it_comes_back_from_a_file() => Assert.Equal(Key<Customer>("helvia"), Read<Id<Customer>>("\"helvia\""));

    [Fact]
    public void it_can_name_an_entry_of_a_list()
    {
        var levels = new Dictionary<Id<Person>, int> { [Key<Person>("reto")] = 4 };
        Assert.Equal("""{"reto":4}""", Json(levels));
        Assert.Equal(levels, Read<Dictionary<Id<Person>, int>>("""{"reto":4}"""));
    }

    [Theory]
    [InlineData("\"Helvia\"", "Helvia")]
    [InlineData("null", "")]
    public void a_file_with_something_else_is_refused_in_the_same_words(string json, string text)
    {
        var refusal = Assert.Throws<JsonException>(() => Read<Id<Customer>>(json));
        Assert.StartsWith($"“{text}” is not an id: write 1 to 64 lower-case letters", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_number_in_a_file_is_refused() => Assert.Throws<JsonException>(() => Read<Id<Customer>>("7"));

    [Fact]
    public void ids_stand_in_the_order_of_their_characters()
    {
        Assert.True(Key<Customer>("a-z") < Key<Customer>("aa"));
        Assert.True(Key<Customer>("b") > Key<Customer>("a9"));
        Assert.True(Key<Customer>("b") <= Key<Customer>("b"));
        Assert.True(Key<Customer>("b") >= Key<Customer>("b"));
    }
}
