using System.Text;
using Planning.Host.Imports;
using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_a_line_is_endless
{
    private const string Header = "customer,unit,function,relevance,headcount_in_process\n";
    private const string After = "\nhelvia,Legal,legal,1,\n";
    private const long Gigabyte = 1L << 30;

    [Theory]
    [InlineData("helvia,")]
    [InlineData("helvia,\"")]
    public void it_is_left_out_and_the_rows_after_it_come_in(string before)
    {
        var reading = Read(new ImportFile("units.csv", Gigabyte, () => new LongLine(Header + before, Gigabyte, After)));

        reading.HasMistakes(
            $"units.csv, row 2, customer “{before}{new string('x', 39 - before.Length)}…”: the line has more than 1,048,576 characters");
        Assert.Equal("Legal", Assert.Single(reading.Customer("helvia").Record.Units).Name);
    }

    [Fact]
    public void no_more_of_it_is_held_than_a_line_may_be_long()
    {
        using var stream = new LongLine("one\n", Gigabyte, "\nthree");
        var lines = new LineReader(stream, static _ => { });

        Assert.Equal(new Line(1, "one", false), lines.Next());
        var second = lines.Next()!.Value;
        Assert.Equal((2, true, LineReader.MaxCharacters), (second.Number, second.TooLong, second.Text.Length));
        Assert.Equal(new Line(3, "three", false), lines.Next());
        Assert.Null(lines.Next());
        Assert.Equal(LineReader.MaxCharacters, lines.Capacity);
    }

    [Fact]
    public void a_quote_that_was_open_before_it_costs_only_its_own_row()
    {
        var reading = Read(new ImportFile(
            "units.csv", 0, () => new LongLine($"{Header}helvia,\"Sales\n", LineReader.MaxCharacters + 1, After)));

        reading.HasMistakes(
            "units.csv, row 2, unit “\"Sales”: a quote opens the cell and is never closed; close it, and double a quote that belongs to the text, as \"\"",
            $"units.csv, row 3, customer “{new string('x', 39)}…”: the line has more than 1,048,576 characters");
        Assert.Equal("Legal", Assert.Single(reading.Customer("helvia").Record.Units).Name);
    }

    [Fact]
    public void a_line_of_just_the_limit_is_read_and_one_more_character_is_too_many()
    {
        const string Rest = ",planning,1,";
        var room = LineReader.MaxCharacters - "helvia,".Length - Rest.Length;
        var reading = Read("units.csv", $"{Header}helvia,{new string('x', room)}{Rest}\nhelvia,{new string('y', room + 1)}{Rest}\n");

        Assert.Equal((3, "customer"), (Assert.Single(reading.Mistakes).Row, reading.Mistakes[0].Column));
        Assert.Equal(room, Assert.Single(reading.Customer("helvia").Record.Units).Name.Length);
    }

    [Fact]
    public void a_header_without_end_ends_the_file() => Read(new ImportFile(
        "units.csv", 0, () => new LongLine("", LineReader.MaxCharacters + 1, After))).HasMistakes(
        $"units.csv, row 1 “{new string('x', 39)}…”: the line has more than 1,048,576 characters");

    /// <summary>Some text, very many x, some text; never more of it in memory than is asked for.</summary>
    private sealed class LongLine(string before, long count, string after) : Stream
    {
        private readonly byte[] _before = Encoding.UTF8.GetBytes(before);
        private readonly byte[] _after = Encoding.UTF8.GetBytes(after);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(Span<byte> buffer)
        {
            var read = Part(buffer);
            Position += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Part(Span<byte> buffer)
        {
            if (Position < _before.Length)
            {
                return Copy(_before.AsSpan((int)Position), buffer);
            }

            var left = _before.Length + count - Position;
            if (left > 0)
            {
                var length = (int)Math.Min(left, buffer.Length);
                buffer[..length].Fill((byte)'x');
                return length;
            }

            return Copy(_after.AsSpan((int)-left), buffer);
        }

        private static int Copy(ReadOnlySpan<byte> from, Span<byte> to)
        {
            var length = Math.Min(from.Length, to.Length);
            from[..length].CopyTo(to);
            return length;
        }
    }
}
