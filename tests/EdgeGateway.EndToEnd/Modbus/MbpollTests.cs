using System.Net;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.XrayScanner.Modbus;

namespace EdgeGateway.EndToEnd.Modbus;

/// <summary>The twin of the belt asked by a master that we did not write: mbpoll, which is libmodbus.</summary>
public sealed class MbpollTests
{
    [Fact]
    public async Task Mbpoll_AsksTheTwin_ReadsEveryTableInBothOrdersAndWrites()
    {
        using var stop = new CancellationTokenSource();
        await using var twin = Twin();
        twin.Machine.Fixed = Fill;
        twin.Open();
        var playing = twin.RunAsync(stop.Token);

        Assert.Equal(["11", "0", "1602", "812", "65501 (-35)", "417"], await ReadAsync(twin, "-t", "3", "-r", "0", "-c", "6"));
        Assert.Equal(["1", "0", "0", "1"], await ReadAsync(twin, "-t", "1", "-r", "0", "-c", "4"));
        Assert.Equal(["70123"], await ReadAsync(twin, "-t", "3:int", "-B", "-r", "8", "-c", "1"));

        // The same words in both orders: -B puts the first word high, without it the first is low.
        Assert.Equal(["0.2"], await ReadAsync(twin, "-t", "3:float", "-B", "-r", "6", "-c", "1"));
        Assert.Equal(["0.137"], await ReadAsync(twin, "-t", "3:float", "-r", "14", "-c", "1"));
        Assert.NotEqual(["0.137"], await ReadAsync(twin, "-t", "3:float", "-B", "-r", "14", "-c", "1"));

        Assert.Contains("Written 1 references", await AskAsync(twin, ["-t", "4", "-r", "0"], "2"), StringComparison.Ordinal);
        Assert.Contains("Illegal data address", await AskAsync(twin, ["-t", "3", "-r", "200", "-c", "1"]), StringComparison.Ordinal);
        Assert.Equal(2, twin.Machine.At(TimeProvider.System.GetUtcNow(), registers => registers.Holding[0]));

        await stop.CancelAsync();
        await playing;
    }

    /// <summary>As in xray.md section 7.3.</summary>
    private static void Fill(BeltRegisters registers)
    {
        ushort[] first = [0x000B, 0, 1602, 812, unchecked((ushort)-35), 417];
        first.CopyTo(registers.Input, 0);
        "1001111011001011".Select(bit => bit == '1').ToArray().CopyTo(registers.Discrete, 0);
        registers.PutFloat(6, 0.2f);
        registers.PutWide(8, 70_123);
        registers.PutSwappedFloat(14, 0.137f);
    }

    private static XrayModbusTwin Twin()
    {
        var now = TimeProvider.System.GetUtcNow();
        var profile = new BeltProfile { Rate = 0.001 };
        var plan = new BeltPlan("belt-1", profile, 1, now, DateTimeOffset.MaxValue, long.MaxValue, new Nothing());
        var wire = new BeltTcpWire(new IPEndPoint(IPAddress.Loopback, 0), profile, static () => false, TimeProvider.System);
        return new XrayModbusTwin(plan, wire, new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, DateTimeOffset.MinValue), TimeProvider.System);
    }

    /// <returns>What stands behind each address that it shows.</returns>
    private static async Task<string[]> ReadAsync(XrayModbusTwin twin, params string[] what)
    {
        string said = await AskAsync(twin, what);
        return [.. said.Split('\n').Where(line => line.StartsWith('[')).Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())];
    }

    private static async Task<string> AskAsync(XrayModbusTwin twin, string[] what, params string[] values)
    {
        await using var mbpoll = ChildProcess.Start(Binaries.Tool("mbpoll"), ["-m", "tcp", "-p", $"{twin.EndPoint!.Port}", "-0", "-1", "-a", "1", "-o", "10", .. what, "127.0.0.1", .. values]);
        await mbpoll.ExitAsync(TimeSpan.FromSeconds(30));
        return mbpoll.Output;
    }

    private sealed class Nothing : ITruthLedger
    {
        public void Note(TruthLine line)
        {
        }
    }
}
