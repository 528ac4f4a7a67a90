using System.Diagnostics;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Serial;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Transport;

namespace EdgeGateway.EndToEnd.Serial;

/// <summary>A tty of this machine, over pseudo terminals of socat's and a link as udev makes it.</summary>
public sealed class TtyLineTests : SerialLineContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edgegateway-tty").FullName;
    private readonly TcpFarEnd _far = new();
    private readonly List<SocatPlug> _plugs = [];

    protected override string Port => Path.Combine(_folder, "by-id-adapter");

    protected override string Nowhere => Path.Combine(_folder, "by-id-nothing");

    protected override ISerialLines Lines(TimeProvider time) => new SerialLines(time);

    protected override async Task PlugAsync()
    {
        _plugs.Add(await SocatPlug.StartAsync(_folder, _far.Port));
        PointTo(_plugs[^1].Node);
    }

    protected override async Task UnplugAsync()
    {
        await _far.CutAsync(Limit.Token);
        await _plugs[^1].DisposeAsync();
        _plugs.RemoveAt(_plugs.Count - 1);
        File.Delete(Port);
    }

    protected override Task SendAsync(byte[] bytes) => _far.SendAsync(bytes, Limit.Token);

    protected override Task<byte[]> TakeAsync(int count) => _far.TakeAsync(count, Limit.Token);

    public override async Task DisposeAsync()
    {
        foreach (var plug in _plugs)
        {
            await plug.DisposeAsync();
        }

        _far.Dispose();
        Directory.Delete(_folder, recursive: true);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Unplugged_ComesBackWithAnotherNumber_IsOpenedByItsName()
    {
        string before = _plugs[^1].Node;
        await using (var line = await OpenAsync())
        {
            await UnplugAsync();
            await Assert.ThrowsAsync<IOException>(() => line.ReadAsync(new byte[8], Limit.Token).AsTask());
        }

        // The first one that comes may take the number that became free; the second cannot.
        using var elsewhere = new TcpFarEnd();
        await using var stranger = await SocatPlug.StartAsync(_folder, elsewhere.Port);
        await PlugAsync();
        Assert.True(stranger.Node == before || _plugs[^1].Node != before, "the first to come takes the lowest number");
        await using var again = await OpenAsync();
        await SendAsync([9]);

        Assert.Equal<byte[]>(new byte[] { 9 }, await ReadAsync(again, 1));
    }

    /// <summary>Q17: the old node is still open and says nothing any more, no call fails, and the adapter is somewhere else.</summary>
    [Fact]
    public async Task NameLeadsElsewhere_OldNodeStillOpen_IsNoticed()
    {
        await using var line = await OpenAsync();
        var reading = line.ReadAsync(new byte[8], Limit.Token).AsTask();
        using var elsewhere = new TcpFarEnd();
        await using var moved = await SocatPlug.StartAsync(_folder, elsewhere.Port);
        var watch = Stopwatch.StartNew();

        PointTo(moved.Node);
        await Assert.ThrowsAsync<IOException>(() => reading);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        await using var again = await OpenAsync();
        await elsewhere.SendAsync([3], Limit.Token);
        Assert.Equal<byte[]>(new byte[] { 3 }, await ReadAsync(again, 1));
    }

    [Fact]
    public async Task NameVanishes_OldNodeStillOpen_IsNoticed()
    {
        await using var line = await OpenAsync();
        var reading = line.ReadAsync(new byte[8], Limit.Token).AsTask();

        File.Delete(Port);

        await Assert.ThrowsAsync<IOException>(() => reading);
        await Assert.ThrowsAsync<IOException>(() => line.WriteAsync(new byte[] { 1 }, Limit.Token).AsTask());
    }

    [Fact]
    public async Task Open_AnotherHasIt_IsBusyUntilItIsClosed()
    {
        await using (await OpenAsync())
        {
            var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => OpenAsync());
            Assert.Equal(FaultKind.Busy, fault.Kind);
        }

        await using var after = await OpenAsync();
        Assert.Equal(Port, after.Name);
    }

    [Fact]
    public async Task Open_NoTty_IsMisconfigured()
    {
        string file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "text");

        foreach (string port in new[] { file, _folder, "/dev/null" })
        {
            var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => Lines(TimeProvider.System).OpenAsync(new SerialSettings(port), Limit.Token));
            Assert.Equal(FaultKind.Misconfigured, fault.Kind);
        }
    }

    /// <summary>stty of coreutils is the judge: what we wrote into struct termios is read by somebody else.</summary>
    [Theory]
    [InlineData(1_200)]
    [InlineData(1_800)]
    [InlineData(2_400)]
    [InlineData(4_800)]
    [InlineData(9_600)]
    [InlineData(19_200)]
    [InlineData(38_400)]
    [InlineData(57_600)]
    [InlineData(115_200)]
    [InlineData(230_400)]
    [InlineData(460_800)]
    [InlineData(500_000)]
    [InlineData(576_000)]
    [InlineData(921_600)]
    public async Task Open_Rate_IsWhatSttySees(int rate)
    {
        await using var line = await Lines(TimeProvider.System).OpenAsync(new SerialSettings(Port) { BaudRate = rate }, Limit.Token);

        Assert.Contains(FormattableString.Invariant($"speed {rate} baud"), await SttyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ATerminalWithEcho_IsMadeRaw()
    {
        await using var stty = ChildProcess.Start(Binaries.Tool("stty"), ["-F", Port, "sane", "echo", "ixon", "icrnl"]);
        await stty.ExitAsync(TimeSpan.FromSeconds(20));

        await using var line = await Lines(TimeProvider.System).OpenAsync(
            new SerialSettings(Port) { StopBits = 2, HardwareFlow = true, Dtr = true }, Limit.Token);

        string[] words = (await SttyAsync()).Split([' ', ';', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Superset(
            new HashSet<string>(["-icanon", "-isig", "-iexten", "-echo", "-opost", "-ixon", "-icrnl", "-inlcr", "-igncr", "-istrip", "cs8", "-parenb", "cstopb", "crtscts", "clocal", "cread", "-hupcl"]),
            words.ToHashSet());
    }

    private async Task<string> SttyAsync()
    {
        await using var stty = ChildProcess.Start(Binaries.Tool("stty"), ["-F", Port, "-a"]);
        Assert.Equal(0, await stty.ExitAsync(TimeSpan.FromSeconds(20)));
        return stty.Output;
    }

    /// <summary>As udev does it: the new link takes the place of the old one at once.</summary>
    private void PointTo(string node)
    {
        string fresh = Port + ".new";
        File.CreateSymbolicLink(fresh, node);
        File.Move(fresh, Port, overwrite: true);
    }
}
