using Planning.Accounts.Metrics;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Metrics;

public sealed class When_money_is_written
{
    [Theory]
    [InlineData("318 M EUR", 318, "EUR")]
    [InlineData("0.9 M USD", 0.9, "USD")]
    [InlineData("-2.5 M CHF", -2.5, "CHF")]
    [InlineData("0 M EUR", 0, "EUR")]
    public void amount_and_currency_are_understood(string text, double millions, string currency) =>
        Assert.Equal(new Money((decimal)millions, currency), Amount(text));

    [Theory]
    [InlineData("")]
    [InlineData("318")]
    [InlineData("318 EUR")]
    [InlineData("318 M eur")]
    [InlineData("318 M EURO")]
    [InlineData("318 m EUR")]
    [InlineData("318 M  EUR")]
    [InlineData("much M EUR")]
    [InlineData("0,9 M EUR")]
    [InlineData("1,180 M EUR")]
    [InlineData("5- M EUR")]
    public void anything_else_is_refused_and_says_what_to_write(string text)
    {
        var refusal = Assert.Throws<FormatException>(() => Amount(text));
        Assert.Equal($"“{text}” is not an amount of money; write it like 318 M EUR.", refusal.Message);
    }

    [Theory]
    [InlineData("318 M EUR")]
    [InlineData("0.9 M EUR")]
    public void a_file_holds_it_as_people_write_it(string text)
    {
        Assert.Equal($"\"{text}\"", Json(Amount(text)));
        Assert.Equal(Amount(text), Read<Money>($"\"{text}\""));
    }

    [Fact]
    public void a_part_of_a_whole_is_its_share() =>
        Assert.Equal(0.25m, Amount("25 M EUR").ShareOf(Amount("100 M EUR")));

    [Fact]
    public void another_currency_has_no_share() => Assert.Null(Amount("25 M EUR").ShareOf(Amount("100 M USD")));

    [Fact]
    public void nothing_has_no_shares() => Assert.Null(Amount("25 M EUR").ShareOf(Amount("0 M EUR")));
}
