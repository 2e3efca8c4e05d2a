using Planning.Host.Imports;
using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_an_import_takes_long
{
    private readonly ImportFile[] _files =
    [
        File("units.csv", "customer,unit,function,relevance,headcount_in_process\n"
            + string.Concat(Enumerable.Range(1, 10_000).Select(n => $"helvia,Department {n},legal,1,\n"))),
        File("vendor.json", Vendor),
    ];

    [Fact]
    public void its_progress_is_told_up_to_the_last_byte()
    {
        var told = new Told();
        PortfolioReader.Read(_files, Known, Today, told, TestContext.Current.CancellationToken).HasMistakes();

        Assert.Equal(["vendor.json", "units.csv"], told.Progress.Select(progress => progress.File).Distinct());
        Assert.Equal(told.Progress.Select(progress => progress.BytesRead).Order(), told.Progress.Select(progress => progress.BytesRead));
        Assert.True(told.Progress.Count > 4, "a file of 290 KB is told in several steps");
        var total = _files.Sum(file => file.Length);
        Assert.Equal((total, total), (told.Progress[^1].BytesRead, told.Progress[^1].TotalBytes));
    }

    [Fact]
    public void it_can_be_stopped_in_the_middle()
    {
        using var stop = new CancellationTokenSource();
        var told = new Told { Do = stop.Cancel };
        Assert.Throws<OperationCanceledException>(() => PortfolioReader.Read(_files, Known, Today, told, stop.Token));
        Assert.Single(told.Progress);
    }

    private sealed class Told : IProgress<ImportProgress>
    {
        public List<ImportProgress> Progress { get; } = [];

        public Action Do { get; init; } = static () => { };

        public void Report(ImportProgress value)
        {
            Progress.Add(value);
            Do();
        }
    }
}
