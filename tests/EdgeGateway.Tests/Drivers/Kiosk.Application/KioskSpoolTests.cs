using EdgeGateway.Drivers.Kiosk.Application;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.Drivers.Kiosk.Application;

public sealed class KioskSpoolTests
{
    [Fact]
    public async Task Spool_OldestFileHasANameThatIsNoText_TheNextOneIsStillTaken()
    {
        await using var rig = new KioskSpoolRig();
        var host = new FakeHost(null!) { Folders = new DropFolders(TimeProvider.System, NullLogger.Instance) };
        var sink = new FakeSink();
        using var stop = new CancellationTokenSource();
        await using var driver = new KioskApplicationDriver(host.Context, rig.Options);
        rig.Rename("1.json", """{"type":"heartbeat","\ud800":1}""");
        rig.Rename("2.json", KioskWriting.Beat("in-service"));
        await driver.ConnectAsync(stop.Token);
        var running = driver.RunAsync(sink, stop.Token);

        await Eventually.TrueAsync(() => running.IsCompleted || Directory.GetFiles(rig.Folder, "*.json").Length == 0, "both files are read");
        Assert.False(running.IsCompleted);
        Assert.Equal(["1.json", "1.json.reason"], Directory.GetFiles(Path.Combine(rig.Folder, "quarantine")).Select(Path.GetFileName).Order());
        Assert.Equal("in-service", Assert.IsType<KioskStateBody>(sink.Entered.Single().Body).Mode);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
