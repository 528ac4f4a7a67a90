using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;

/// <summary>Whatever brokers, links and processes do: every reading reaches the platform, and in the end nothing is kept.</summary>
public sealed class ConfirmationPropertyTests
{
    private const int Processes = 4;
    private const int Links = 3;
    private const int ReadingsALink = 40;

    private readonly HurriedTime _time = new(50);
    private readonly InMemoryReadingStore _store = new();
    private readonly ModelPlatform _platform = new();
    private readonly List<(long UpTo, (long, long)[] Missing)> _receipts = [];
    private Random _random = new(0);
    private volatile bool _calm;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task EveryReading_RandomDropsBreaksReceiptsAndRestarts_ArrivesAndIsForgotten(int seed)
    {
        _random = new Random(seed);
        for (int process = 1; process <= Processes; process++)
        {
            await LiveAsync(isLast: process == Processes);
        }

        Assert.Equal(Processes * Links * ReadingsALink, _platform.Kept);
        Assert.NotEmpty(_platform.Repeated);
    }

    private async Task LiveAsync(bool isLast)
    {
        var rig = ConfirmationRig.Of(_store, _time);
        var audience = new Audience(_time);
        var forwarder = UplinkRig.ForwarderOf(_store, rig.Delivery, rig.Topics, audience, new ForwarderLimits { Page = 16 }, _time);
        await rig.SayAsync("edge/v1/platform/main", "{\"online\":true,\"receipts\":true}");
        for (int link = 1; link <= Links; link++)
        {
            await LinkAsync(rig, forwarder, () => TroubleAsync(rig));
        }

        _calm = isLast;
        await (isLast ? LinkAsync(rig, forwarder, () => CalmAsync(rig)) : Task.CompletedTask);
    }

    private async Task LinkAsync(ConfirmationRig rig, Forwarder forwarder, Func<Task> meanwhile)
    {
        var client = new FakeMqttClient { Answer = Answer };
        var link = new Link(client, new MqttConnection(5, 8, null, false, TimeSpan.FromSeconds(60), true), new SendWindow(8));
        using var stop = new CancellationTokenSource();
        var forwarding = forwarder.RunAsync(link, stop.Token);
        var running = Task.WhenAll(forwarding, rig.Companions.RunAsync(link, stop.Token));
        await meanwhile();

        // A window full of messages without an answer ends by itself.
        await Eventually.TrueAsync(() => forwarding.IsCompleted || _store.All.Count == 0 || client.Published.Count >= ReadingsALink, "the link did something");
        client.Break();
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private async Task TroubleAsync(ConfirmationRig rig)
    {
        for (int i = 0; i < ReadingsALink; i++)
        {
            await AppendAsync();
            await MaybeReceiveAsync(rig);
        }
    }

    private async Task CalmAsync(ConfirmationRig rig)
    {
        for (int look = 0; _store.All.Count > 0; look++)
        {
            Assert.True(look < 2000, $"kept for ever: {string.Join(' ', _store.All.Take(20).Select(reading => reading.Seq))}");
            await Task.Delay(10);
            await ReceiveAsync(rig, _platform.Receipt());
        }
    }

    /// <summary>Takes and passes on, takes and drops, refuses, has no listener; or has it and never says so.</summary>
    private byte? Answer(MqttMessage message)
    {
        if (!ModelPlatform.IsReading(message.Topic))
        {
            return 0;
        }

        int fate = _calm ? 0 : Next(20);
        if (fate is < 12 or 19)
        {
            _platform.Keep(message);
        }

        return fate switch { < 16 => 0, 16 => 0x10, 17 => 0x97, 18 => 0x80, _ => null };
    }

    private async Task AppendAsync()
    {
        await _store.AppendAsync(
            new() { Lane = (Lane)Next(3), Device = $"d{Next(2)}", Kind = "k", Received = default, Tail = "\"n\":1}"u8.ToArray() }, default);
        await Task.Yield();
    }

    private async Task MaybeReceiveAsync(ConfirmationRig rig)
    {
        if (Next(3) == 0)
        {
            _receipts.Add(_platform.Receipt());

            // One in four is an older one that comes late.
            await ReceiveAsync(rig, Next(4) == 0 ? _receipts[Next(_receipts.Count)] : _receipts[^1]);
        }
    }

    private Task ReceiveAsync(ConfirmationRig rig, (long UpTo, (long, long)[] Missing) receipt) =>
        rig.ReceiveAsync(_store.Epoch, receipt.UpTo, receipt.Missing).AsTask();

    private int Next(int below)
    {
        lock (_receipts)
        {
            return _random.Next(below);
        }
    }
}
