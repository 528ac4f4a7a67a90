using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.XrayScanner.Dicos;
using EdgeGateway.Pipeline;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.PdtRadio;
using EdgeGateway.Tests.Drivers.XrayScanner.Dicos;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

/// <summary>
/// From a scanner's folder to the record: a file that the store refused stands where it was and is offered again, so that the record gets its
/// picture although the scanner repeats nothing.
/// </summary>
public sealed class RefusedFileTests : IReadingSink, IAsyncDisposable
{
    private readonly ParcelSite _site = new();
    private readonly DropRig _rig = new();
    private readonly FakeHost _host = new(new NoInbox());
    private int _refused;

    [Fact]
    public async Task Run_StoreRefusedThePicture_TheRecordGetsItFromTheFolder()
    {
        _site.Disk.Refuses = true;
        _rig.Rename("1.dcs", ScannerWords.File("SF0001", ParcelPart.Image).Bytes);
        await RunUntilAsync(() => Volatile.Read(ref _refused) >= 2, "the store refuses it again and again");
        Assert.Equal(0, _rig.Acknowledged);

        // The record is told meanwhile, without what nobody has.
        _site.Disk.Refuses = false;
        await _site.PassAsync(6);
        Assert.False(Assert.Single(_site.Data).TryGetProperty("media", out _));
        await RunUntilAsync(() => _rig.Acknowledged == 1, "the file is taken");

        AssertWhole();
    }

    [Fact]
    public async Task Run_KilledAfterTheRefusal_TheNextLifeTakesTheFile()
    {
        _site.Disk.Refuses = true;
        _rig.Rename("1.dcs", ScannerWords.File("SF0001", ParcelPart.Image).Bytes);
        await RunUntilAsync(() => Volatile.Read(ref _refused) >= 1, "the store refuses it");

        await _site.KillAsync();
        await RunUntilAsync(() => _rig.Acknowledged == 1, "the file is taken");

        AssertWhole();
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _rig.DisposeAsync();
    }

    async ValueTask<Emitted> IReadingSink.EmitAsync(Reading reading, CancellationToken ct)
    {
        try
        {
            return await _site.Intake.TakeAsync(reading, new DeviceFacts("xray", null), ct);
        }
        catch (StoreRefusedException)
        {
            Interlocked.Increment(ref _refused);
            throw;
        }
    }

    private async Task RunUntilAsync(Func<bool> done, string what)
    {
        using var stop = new CancellationTokenSource();
        await using var driver = new DicosDriver(_host.Context with { Device = "xray" }, _rig.Options);
        await driver.ConnectAsync(stop.Token);
        var running = driver.RunAsync(this, stop.Token);
        await Eventually.TrueAsync(done, what);
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void AssertWhole()
    {
        var media = Assert.Single(_site.Latest).GetProperty("media").EnumerateArray().Select(static file => file.GetProperty("sha256").GetString()!).ToList();
        Assert.NotEmpty(media);
        Assert.All(media, sha256 => Assert.NotNull(_site.Store.Open(sha256)));
    }
}
