using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Tests.FirmwareSim.Ledger;

public sealed class TruthLedgerTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private static readonly TruthLine s_line = new()
    {
        Device = "cam-01",
        NativeId = "u-1",
        Plate = "苏A3HK57",
        LaneNo = 2,
        Time = new DateTimeOffset(2024, 11, 22, 3, 32, 0, 120, TimeSpan.Zero),
        Pictures = [new TruthPicture("ab", 12)],
        Told = TruthLine.Ok,
        At = new DateTimeOffset(2024, 11, 22, 3, 32, 1, TimeSpan.Zero),
    };

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Note_Line_IsInTheFileBeforeItReturns()
    {
        using var ledger = new TruthLedger(_path);
        ledger.Note(s_line);
        Assert.Contains("\"plate\":\"苏A3HK57\"", Text(), StringComparison.Ordinal);
        TruthLine read = Assert.Single(new TruthFile().Read(Text().Split('\n')));
        Assert.Equal(s_line with { Pictures = [] }, read with { Pictures = [] });
        Assert.Equal(s_line.Pictures, read.Pictures);
    }

    [Fact]
    public void Open_AfterATornLine_KeepsTheNextOneWhole()
    {
        File.WriteAllText(_path, "{\"device\":\"cam-0");
        using (var ledger = new TruthLedger(_path))
        {
            ledger.Note(s_line);
        }

        var file = new TruthFile();
        Assert.Single(file.Read(File.ReadLines(_path)));
        Assert.Equal(1, file.Unreadable);
    }

    [Fact]
    public void Open_Again_Continues()
    {
        for (int i = 0; i < 2; i++)
        {
            using var ledger = new TruthLedger(_path);
            ledger.Note(s_line);
        }

        Assert.Equal(2, File.ReadLines(_path).Count());
    }

    private string Text()
    {
        using var reader = new StreamReader(new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
