using System.Text;
using System.Text.Json;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Uplink;

/// <summary>A forwarder on a store in memory, with a backlog that counts as one from ten readings on.</summary>
internal sealed class LaneRig : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task<string> _running = Task.FromResult("");

    public LaneRig(ForwarderLimits? limits = null)
    {
        var time = TimeProvider.System;
        Pace = new BackfillPace(Store, time);
        Forwarder = new Forwarder(
            Store, Store, Store, Store, ConfirmationRig.DeliveryOf(Store, Store), new Topics("edge/v1", "site-1", "gw-test"), new Audience(time), Pace, new UplinkMeter(Store), limits ?? Quick, time, NullLogger<Forwarder>.Instance);
    }

    public static ForwarderLimits Quick { get; } = new()
    {
        Unheard = TimeSpan.FromMilliseconds(20), UnheardMost = TimeSpan.FromMilliseconds(50), Pause = TimeSpan.FromMilliseconds(5), PauseMost = TimeSpan.FromMilliseconds(20),
        Barred = TimeSpan.FromMinutes(1), BackfillThreshold = 10, Page = 8, AckTimeout = TimeSpan.FromSeconds(5),
    };

    public InMemoryReadingStore Store { get; } = new();

    public BackfillPace Pace { get; }

    public Forwarder Forwarder { get; }

    public long Waiting => Store.Status().Waiting.Sum();

    public static bool IsBatch(MqttMessage message) => message.Topic.EndsWith("/up/batch", StringComparison.Ordinal);

    /// <returns>The numbers in a message, in order.</returns>
    public static IReadOnlyList<long> Numbers(MqttMessage message)
    {
        if (!IsBatch(message))
        {
            return [Number(message.Payload)];
        }

        Assert.True(BatchReader.TryRead(message.Payload, out var readings));
        return [.. readings.Select(Number)];
    }

    public async Task AppendAsync(int count, Lane lane = Lane.Event, string device = "cam-1", string padding = "")
    {
        for (int i = 0; i < count; i++)
        {
            await Store.AppendAsync(
                new()
                {
                    Lane = lane, Device = device, Kind = "plate.read", Received = DateTimeOffset.UtcNow, Tail = Encoding.UTF8.GetBytes($"\"name\":\"{padding}\"}}"),
                },
                default);
        }
    }

    public Link LinkOf(FakeMqttClient client, int window = 20, int version = 5) =>
        new(client, new MqttConnection(version, window, null, false, TimeSpan.FromSeconds(60), true), new SendWindow(window));

    public Task<string> Start(FakeMqttClient client, int window = 20, int version = 5) => Start(LinkOf(client, window, version));

    public Task<string> Start(Link link) => _running = Forwarder.RunAsync(link, _stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(60));
        _stop.Dispose();
    }

    private static long Number(ReadOnlyMemory<byte> payload) => JsonDocument.Parse(payload).RootElement.GetProperty("seq").GetInt64();
}
