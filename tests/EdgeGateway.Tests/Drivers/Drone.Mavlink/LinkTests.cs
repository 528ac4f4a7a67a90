using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Drone.Mavlink;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

/// <summary>The ways to a vehicle other than an open port: frames cut anywhere, and ends that break.</summary>
public sealed class LinkTests : IAsyncDisposable
{
    private const string Port = "/dev/serial/by-id/radio";

    private readonly CancellationTokenSource _stop = new();
    private readonly FakeSink _sink = new();
    private readonly FakeHost _host = new(null!);
    private readonly MavWire _wire = new(3);
    private MavlinkDriver? _driver;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await (_driver?.DisposeAsync() ?? ValueTask.CompletedTask);
        _stop.Dispose();
    }

    /// <summary>A simple sender that never counts says the same bytes with each beat: copies come within a moment, and not a second later.</summary>
    [Fact]
    public async Task Beats_OfOneThatNeverCounts_AreNoCopies()
    {
        await using var flight = await new Flight { Step = TimeSpan.FromSeconds(1) }.StartAsync();

        await flight.PassAsync(TimeSpan.FromSeconds(12), () =>
        {
            flight.Ports.Say(new MavWire(3).Heartbeat());
            flight.Ports.Say(new MavWire(3).Heartbeat());
        });

        Assert.All(flight.States, state => Assert.True(state.Online));
        Assert.Empty(flight.Faults);
    }

    [Fact]
    public async Task Serial_ByteByByteAndGarbage_IsReadAndAnsweredUntilItIsUnplugged()
    {
        var lines = new FakeSerialLines();
        var far = lines.Plug(Port);
        _host.Serial = lines;
        var running = await StartAsync(Flight.Quiet with { Listen = null, Line = new SerialSettings(Port) { BaudRate = 57_600 } });

        foreach (byte one in (byte[])[0xFD, 0x09, .. _wire.Heartbeat(), 0xFE, .. _wire.Landed(2)])
        {
            far.Send([one]);
        }

        await Eventually.TrueAsync(() => State() is { Landed: "in-air" }, "both frames");
        var heard = new byte[64];
        Assert.True(new HeardOrder(heard[..await far.ReadAsync(heard)]).IsHeartbeat);
        lines.Unplug(Port);
        Assert.Equal(FaultKind.Unreachable, (await Assert.ThrowsAsync<DeviceFaultException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)))).Kind);
    }

    [Fact]
    public async Task Tcp_CutAnywhere_IsReadUntilTheFarEndCloses()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var running = StartAsync(Flight.Quiet with { Listen = null, Tcp = new DeviceAddress("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port) });
        using var vehicle = await listener.AcceptTcpClientAsync();
        byte[] both = [.. _wire.Heartbeat(), .. _wire.Landed(2)];

        await vehicle.GetStream().WriteAsync(both.AsMemory(0, 25));
        await Eventually.TrueAsync(() => State() is { Online: true }, "the first frame");
        await vehicle.GetStream().WriteAsync(both.AsMemory(25));

        await Eventually.TrueAsync(() => State() is { Landed: "in-air" }, "the second frame");
        vehicle.Close();
        var end = await running;
        Assert.Equal(FaultKind.Unreachable, (await Assert.ThrowsAsync<DeviceFaultException>(() => end.WaitAsync(TimeSpan.FromSeconds(60)))).Kind);
    }

    [Fact]
    public async Task Tcp_NobodyThere_IsUnreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => StartAsync(Flight.Quiet with { Listen = null, Tcp = new DeviceAddress("127.0.0.1", port) }));

        Assert.Equal(FaultKind.Unreachable, fault.Kind);
    }

    [Fact]
    public async Task UdpClient_SpeaksFirstAndHearsOnlyWhomItSpeaksTo()
    {
        using var vehicle = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await StartAsync(Flight.Quiet with { Listen = null, Udp = new DeviceAddress("127.0.0.1", ((IPEndPoint)vehicle.Client.LocalEndPoint!).Port) });

        var first = await vehicle.ReceiveAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(new HeardOrder(first.Buffer).IsHeartbeat);
        await vehicle.SendAsync(_wire.Heartbeat(), new IPEndPoint(IPAddress.Loopback, first.RemoteEndPoint.Port));
        await Eventually.TrueAsync(() => State() is { Online: true }, "the vehicle");
        using var stranger = new UdpClient(new IPEndPoint(IPAddress.Parse("127.0.0.9"), 0));
        await stranger.SendAsync(new MavWire(4).Heartbeat(), new IPEndPoint(IPAddress.Loopback, first.RemoteEndPoint.Port));

        await Eventually.TrueAsync(() => _host.Faults.Contains((FaultKind.Garbled, "stranger")), "the stranger is counted");
        Assert.Single(_sink.Entered);
    }

    [Fact]
    public async Task Disk_ThatHoldsUsBack_MakesNobodyOffline()
    {
        var sink = new FakeSink { Holds = true, Free = 1 };
        await using var flight = new Flight { Sink = sink };
        await flight.StartAsync();
        for (int i = 0; i < 80; i++)
        {
            flight.Ports.Say(i == 0 ? _wire.Heartbeat() : _wire.Text(6, $"text {i}"));
        }

        await Eventually.TrueAsync(() => sink.Entered.Count >= 64, "the window is full");
        for (int i = 0; i < 20; i++)
        {
            await Task.Delay(5);
            flight.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(flight.Ports.Sent.Count(one => one.Frame.IsHeartbeat) >= 15);
        sink.Release();
        await flight.UntilAsync(() => sink.Stored == 80, "all texts", TimeSpan.FromSeconds(3));

        Assert.All(flight.States, state => Assert.True(state.Online));
    }

    /// <summary>The first send may have arrived: nobody knows that it did not.</summary>
    [Fact]
    public async Task Order_LinkBreaksBehindTheFirstSend_IsUnclearAndNotFailed()
    {
        var lines = new FakeSerialLines();
        var far = lines.Plug(Port);
        _host.Serial = lines;
        await StartAsync(Flight.Quiet with
        {
            Listen = null, Line = new SerialSettings(Port) { BaudRate = 57_600 }, Self = Flight.Quiet.Self with { Heartbeat = false }, Patience = new MavlinkPatience { Ack = TimeSpan.FromMilliseconds(200) },
        });
        far.Send(_wire.Heartbeat());
        await Eventually.TrueAsync(() => State() is { Online: true }, "the vehicle");

        var order = _driver!.ExecuteAsync(new DeviceCommand("c-1", "drone.return-home", JsonDocument.Parse("{}").RootElement, DateTimeOffset.MaxValue), _stop.Token).AsTask();
        await far.ReadAsync(new byte[64]);
        lines.Unplug(Port);

        var outcome = await order.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((CommandState.Unknown, "link-ended"), (outcome.State, outcome.Reason));
        Assert.Equal("3/20", _host.Memory.Recall("unclear"));
    }

    /// <summary>Noise that looks like the beginning of a long frame: what lies in it is heard before 280 bytes have come.</summary>
    [Fact]
    public async Task Serial_NoiseThatLooksLikeALongFrame_DoesNotHoldBackAHeartbeat()
    {
        var lines = new FakeSerialLines();
        var far = lines.Plug(Port);
        _host.Serial = lines;
        await StartAsync(Flight.Quiet with { Listen = null, Line = new SerialSettings(Port) { BaudRate = 57_600 } });

        far.Send([0xFE, 0xFF, 0x55, 0x55, .. _wire.Heartbeat()]);

        await Eventually.TrueAsync(() => State() is { Online: true }, "the heartbeat");
    }

    /// <summary>Who leaves together with the link is not online for ever.</summary>
    [Fact]
    public async Task Serial_Unplugged_ItsVehiclesAreOffline()
    {
        var lines = new FakeSerialLines();
        var far = lines.Plug(Port);
        _host.Serial = lines;
        _host.Airspace = new FakeAirspace();
        var running = await StartAsync(Flight.Quiet with { Listen = null, Line = new SerialSettings(Port) { BaudRate = 57_600 } });
        far.Send(_wire.Heartbeat());
        await Eventually.TrueAsync(() => State() is { Online: true }, "the vehicle");

        lines.Unplug(Port);
        await Assert.ThrowsAsync<DeviceFaultException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));

        Assert.Equal(("sys-3", false), (State()!.Vehicle, State()!.Online));
        Assert.False(((FakeAirspace)_host.Airspace).Seen.Last().Online);
        Assert.Equal(string.Empty, _host.Memory.Recall("online"));
    }

    private DroneStateBody? State() => _sink.Entered.Select(reading => reading.Body).OfType<DroneStateBody>().LastOrDefault();

    private async Task<Task> StartAsync(MavlinkOptions options)
    {
        var context = _host.Context;
        _driver = new MavlinkDriver(context with { Transports = context.Transports with { Tcp = new TcpDialer() } }, options);
        await _driver.ConnectAsync(_stop.Token);
        return _driver.RunAsync(_sink, _stop.Token);
    }
}
