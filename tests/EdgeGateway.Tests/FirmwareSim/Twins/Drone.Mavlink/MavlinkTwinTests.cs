using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;
using EdgeGateway.Sim.Ports;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.Drone.Mavlink;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.Protocol.Mavlink;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.Drone.Mavlink;

public sealed class MavlinkTwinTests
{
    [Fact]
    public async Task Run_TwoVehiclesOverUdp_TellAndAnswer()
    {
        using var ground = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await using var port = new UdpCallPort((IPEndPoint)ground.Client.LocalEndPoint!);
        var now = TimeProvider.System.GetUtcNow();
        await using var twin = new MavlinkTwin(
            new FlyerPlan("drones", new FlyerProfile { System = 3, Vehicles = 2, RateHz = 20 }, 1, now, now.AddMinutes(5), long.MaxValue), port, Trouble(now), new ListLedger(), TimeProvider.System);
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var running = twin.RunAsync(stop.Token);
        var first = await ground.ReceiveAsync(stop.Token);

        await ground.SendAsync(new MavWriter(255, 190).Write(new CommandLong(0, 0, 0, 0, 0, 0, 0, 193, 4, 1, 0), now), first.RemoteEndPoint, stop.Token);
        var seen = new HashSet<(byte System, int Message)>();
        CommandAck? ack = null;
        while (ack is null || !seen.Contains((3, Heartbeat.MsgId)) || !seen.Contains((4, Heartbeat.MsgId)))
        {
            foreach (var item in MavReading.Datagram(seen.Count == 0 && ack is null ? first.Buffer : (await ground.ReceiveAsync(stop.Token)).Buffer))
            {
                Assert.Null(item.Fault);
                seen.Add((item.Frame.System, item.Frame.MessageId));
                ack = item.Frame.MessageId == CommandAck.MsgId && item.Frame.System == 4 ? item.Frame.Read<CommandAck>() : ack;
            }
        }

        await stop.CancelAsync();
        await running;
        Assert.Equal((193, 0, 255, 190), (ack.Value.Command, ack.Value.Result, ack.Value.TargetSystem, ack.Value.TargetComponent));
        Assert.All(seen, pair => Assert.NotEqual(((byte)3, CommandAck.MsgId), pair));
        Assert.Equal(FlyerMode.Hold, twin.Vehicles[1].Flight.Mode);
    }

    [Fact]
    public async Task Run_SignedLink_TakesOrdersOfItsKeyOnly()
    {
        var port = new ListPort();
        var now = TimeProvider.System.GetUtcNow();
        const string Key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
        await using var twin = new MavlinkTwin(
            new FlyerPlan("drones", new FlyerProfile { Key = Key, RateHz = 20 }, 1, now, now.AddMinutes(5), long.MaxValue), port, Trouble(now), new ListLedger(), TimeProvider.System);
        using var stop = new CancellationTokenSource();
        var running = twin.RunAsync(stop.Token);
        await Eventually.TrueAsync(() => port.Hear is not null && !port.Sent.IsEmpty, "it tells");

        byte[] order = new MavWriter(255, 190, new MavSigner(MavVectors.Key, 9)).Write(new CommandLong(0, 0, 0, 0, 0, 0, 0, 193, 1, 1, 0), now);
        await port.Hear!(new MavWriter(255, 190).Write(new CommandLong(0, 0, 0, 0, 0, 0, 0, 20, 1, 1, 0), now));
        await port.Hear(order);
        await port.Hear(order);
        await Eventually.TrueAsync(() => Acks(port).Count > 0, "it answers");

        await stop.CancelAsync();
        await running;
        Assert.Equal([193], Acks(port));
        Assert.Equal(FlyerMode.Hold, twin.Vehicles[0].Flight.Mode);
    }

    [Fact]
    public async Task Run_Count_EndsByItself()
    {
        var port = new ListPort();
        var now = TimeProvider.System.GetUtcNow();
        await using var twin = new MavlinkTwin(
            new FlyerPlan("drones", new FlyerProfile { RateHz = 50, Vehicles = 3 }, 1, now, DateTimeOffset.MaxValue, 10), port, Trouble(now), new ListLedger(), TimeProvider.System);

        await twin.RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(30, Frames(port).Count(frame => frame.MessageId == GlobalPositionInt.MsgId));
    }

    private static DeviceTrouble Trouble(DateTimeOffset now) => new(TimeSpan.Zero, TimeSpan.Zero, now);

    private static List<MavFrame> Frames(ListPort port) => [.. port.Sent.SelectMany(MavReading.Datagram).Select(item => item.Frame)];

    private static List<ushort> Acks(ListPort port) => [.. Frames(port).Where(frame => frame.MessageId == CommandAck.MsgId).Select(frame => frame.Read<CommandAck>().Command)];

    /// <summary>Keeps what is sent.</summary>
    private sealed class ListPort : IBytePort
    {
        public ConcurrentQueue<byte[]> Sent { get; } = new();

        public Func<ReadOnlyMemory<byte>, ValueTask>? Hear { get; private set; }

        public bool IsStream => false;

        public void Open()
        {
        }

        public async Task RunAsync(Func<ReadOnlyMemory<byte>, ValueTask> received, Action lost, CancellationToken ct)
        {
            Hear = received;
            await Task.Delay(Timeout.InfiniteTimeSpan, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        public ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
        {
            Sent.Enqueue(bytes.ToArray());
            return ValueTask.FromResult(true);
        }

        public void Drop()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
