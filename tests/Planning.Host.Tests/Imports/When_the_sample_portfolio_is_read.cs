using Planning.Host.Imports;

namespace Planning.Host.Tests.Imports;

public sealed class When_the_sample_portfolio_is_read
{
    private readonly ImportReading _reading = Portfolio.ReadPath(Folder());

    [Fact]
    public void nothing_is_wrong_with_it()
    {
        _reading.HasMistakes();
        Assert.Empty(_reading.Warnings);
        Assert.Equal(0, _reading.Unlisted);
    }

    [Fact]
    public void everybody_and_everything_is_there()
    {
        Assert.Equal(12, _reading.Customers.Count(customer => customer.Record.Registration is not null));
        Assert.Equal(54, _reading.Employees.Count);
        Assert.Equal(32, _reading.Customers.Sum(customer => customer.Record.People.Length));
        Assert.Equal(631, _reading.Customers.Sum(customer => customer.Record.Metrics.Length));
        Assert.Equal(44, _reading.Customers.Sum(customer => customer.Record.Interactions.Length));
        Assert.Equal(38, _reading.Customers.Sum(customer => customer.Record.Seats.Length));
        Assert.Equal(49, _reading.Customers.Sum(customer => customer.Record.Units.Length));
        Assert.Equal(("Lanternfish Networks", "EUR", 3),
            (_reading.Vendor!.Name, _reading.Vendor.ReportingCurrency, _reading.Vendor.Figures.Count));
    }

    [Fact]
    public void the_vacant_seat_has_nobody()
    {
        var vacant = Assert.Single(_reading.Customers.SelectMany(customer => customer.Record.Seats), seat => seat.Employee is null);
        Assert.Equal(new DateOnly(2026, 9, 17), vacant.Since);
    }

    [Fact]
    public void everything_remembers_its_row()
    {
        var lusitana = _reading.Customer("lusitana");
        Assert.Equal(new ImportRow("customers.csv", 6), lusitana.Sources.Registration);
        Assert.Equal(lusitana.Record.Metrics.Length, lusitana.Sources.Metrics.Length);
        Assert.All(lusitana.Sources.Metrics, row => Assert.Equal("metrics.csv", row.File));
    }

    [Fact]
    public void one_of_its_files_is_read_alone()
    {
        var reading = Portfolio.ReadPath(Path.Combine(Folder(), "customers.csv"));
        reading.HasMistakes();
        Assert.Equal(12, reading.Customers.Count);
        Assert.Empty(reading.Employees);
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Planning.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds Planning.sln.");
        }

        return Path.Combine(folder.FullName, "workflows", "Planning.Workflows", "portfolio");
    }
}
