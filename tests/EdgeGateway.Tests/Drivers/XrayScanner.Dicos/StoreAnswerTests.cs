using System.Net;
using System.Net.Sockets;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.XrayScanner.Dicos;
using EdgeGateway.Protocol.DicomUpperLayer;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.PdtRadio;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Dicos;

/// <summary>When a sender is answered, and when not; the receiver behind the gateway is the test's.</summary>
public sealed class StoreAnswerTests : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly DropRig _rig = new();
    private readonly FakeReceivers _receivers = new();
    private readonly FakeScratches _folders;
    private readonly FakeSink _sink = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeHost _host;
    private readonly NotedDoors _doors = new();
    private DicosDriver? _driver;
    private Task _running = Task.CompletedTask;

    public StoreAnswerTests()
    {
        _folders = new FakeScratches(_rig.Own);
        _host = new FakeHost(new NoInbox()) { Programs = _receivers, Folders = _folders };
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await (_driver?.DisposeAsync() ?? default);
        await _rig.DisposeAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task Answer_FileThatKeepsChanging_IsNotGivenAndNothingIsTold()
    {
        _folders.Changing = int.MaxValue;

        Assert.Equal(PduType.Abort, await SendAsync("TDR.1"));

        Assert.Empty(_sink.Entered);
        Assert.Contains((FaultKind.Garbled, "store-file-changes"), _host.Faults);
    }

    [Fact]
    public async Task Answer_FileThatChangesForAMoment_IsGivenWhenItIsSafe()
    {
        _folders.Changing = 2;

        Assert.Equal(PduType.Data, await SendAsync("TDR.1"));

        Assert.Equal(1, _sink.Stored);
        Assert.Empty(_rig.Sent);
    }

    /// <summary>Nothing but the file itself shows what was sent then.</summary>
    [Fact]
    public async Task Answer_OriginalIsNotInTheStore_KeepsTheFile()
    {
        await StartAsync(DicosOriginals.None);

        Assert.Equal(PduType.Data, await SendAsync("TDR.1"));

        Assert.Equal("done", Path.GetFileName(Path.GetDirectoryName(Assert.Single(_rig.Sent))));
    }

    /// <summary>In place of one that is full or hangs: a share that takes no name any more, and whose scanner meddles.</summary>
    [Fact]
    public async Task Answer_WatchedFolderTakesNothing_IsGivenAllTheSame()
    {
        await StartAsync();
        Directory.Delete(Path.Combine(_rig.Folder, "done"));
        File.WriteAllText(Path.Combine(_rig.Folder, "done"), "no folder");
        File.WriteAllText(Path.Combine(_rig.Folder, ".receiving"), "no folder");

        Assert.Equal(PduType.Data, await SendAsync("TDR.1"));

        Assert.Equal(1, _sink.Stored);
        Assert.Empty(_rig.Sent);
    }

    [Fact]
    public async Task Answer_NextObjectBegunAlready_IsNotGiven()
    {
        Assert.Equal(PduType.Abort, await SendAsync("TDR.1", "TDR.2"));

        Assert.Empty(_sink.Entered);
        Assert.Contains((FaultKind.Garbled, "store-not-in-turn"), _host.Faults);
    }

    [Fact]
    public async Task Answer_NoMemoryForAReceiver_EndsThisAssociationAlone()
    {
        _receivers.Full = true;
        Assert.Equal(PduType.Abort, await SendAsync("TDR.1"));
        Assert.Contains((FaultKind.Busy, "storescp-not-started"), _host.Faults);
        _receivers.Full = false;

        Assert.Equal(PduType.Data, await SendAsync("TDR.1"));

        Assert.Equal(1, _sink.Stored);
        Assert.False(_running.IsCompleted);
    }

    private async Task StartAsync(DicosOriginals originals = DicosOriginals.OnDemand)
    {
        if (_driver is null)
        {
            var context = _host.Context;
            var options = _rig.Options with { Originals = originals, Store = new StoreOptions { Listen = new IPEndPoint(IPAddress.Loopback, 0) } };
            _driver = new DicosDriver(context with { Transports = context.Transports with { Doors = _doors } }, options);
            await _driver.ConnectAsync(_stop.Token);
            _running = _driver.RunAsync(_sink, _stop.Token);
        }
    }

    /// <summary>One association in which the receiver writes files and answers.</summary>
    /// <returns>What the sender gets.</returns>
    private async Task<PduType> SendAsync(params string[] files)
    {
        await StartAsync();

        _receivers.Files = files;
        using var sender = new TcpClient();
        await sender.ConnectAsync(_doors.Outer!);
        await sender.GetStream().WriteAsync(Request());
        var answer = new byte[10];
        await sender.GetStream().ReadExactlyAsync(answer).AsTask().WaitAsync(s_limit);
        return (PduType)answer[0];
    }

    private static byte[] Request()
    {
        var request = new byte[AssociateRequest.HeadBytes + 68];
        request.AsSpan(10, 32).Fill((byte)' ');
        (request[0], request[5]) = ((byte)PduType.AssociateRequest, 68);
        request[10] = request[26] = (byte)'X';
        return request;
    }

    private sealed class NotedDoors : ITcpDoors
    {
        private readonly TcpDoors _doors = new();

        public IPEndPoint? Outer { get; private set; }

        public ITcpDoor Open(IPEndPoint local)
        {
            var door = _doors.Open(local);
            Outer ??= door.Local;
            return door;
        }
    }
}
