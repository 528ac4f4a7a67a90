using System.Text.Json;
using EdgeGateway.Sim.Mqtt;

namespace EdgeGateway.Sim.Receipts;

/// <summary>A platform that confirms: says that it is there, and once a second what it has.</summary>
/// <param name="root">Topic root.</param>
/// <param name="name">Its name.</param>
/// <param name="book">What it has.</param>
/// <param name="sync">Makes sure that what the book holds survives a power cut; called before anything is confirmed.</param>
/// <param name="time">Clock.</param>
public sealed class PlatformVoice(string root, string name, ReceiptBook book, Action sync, TimeProvider time)
{
    /// <summary>Between two looks at the book.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_answer = TimeSpan.FromSeconds(10);

    private readonly string _instance = Guid.NewGuid().ToString("N");
    private readonly long _begun = time.GetTimestamp();
    private volatile SimMqttClient? _client;
    private long _answered;

    /// <summary>Where the presence stands.</summary>
    public string Topic => $"{root}/platform/{name}";

    /// <summary>Receipts sent.</summary>
    public long Sent { get; private set; }

    /// <summary>What the broker is to say when the link breaks.</summary>
    public SimMqttMessage Will => Said(online: false);

    /// <summary>Takes every message that comes. A will of an earlier start that comes late is contradicted.</summary>
    public async ValueTask HearAsync(SimMqttClient client, SimMqttMessage message)
    {
        book.Hear(message.Topic, message.Payload);
        if (message.Topic == Topic && Denies(message.Payload))
        {
            await client.PublishAsync(Said(online: true) with { QoS = 0 }, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>From now on this is the link; null: there is none.</summary>
    public void Use(SimMqttClient? client)
    {
        _client = client;
        if (client is not null)
        {
            book.Repeat();
        }
    }

    /// <summary>The last word of an orderly stop; on a broken link the will says it.</summary>
    public async Task FarewellAsync(SimMqttClient client, CancellationToken ct)
    {
        _client = null;
        await client.PublishAsync(Will, ct).ConfigureAwait(false);
    }

    /// <summary>Announces and confirms until cancelled.</summary>
    /// <exception cref="IOException">What is kept cannot be made safe; it was not confirmed.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Pace, time);
        SimMqttClient? greeted = null;
        try
        {
            do
            {
                greeted = await SpeakAsync(greeted, ct).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(ct).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // An orderly stop.
        }
    }

    private async Task<SimMqttClient?> SpeakAsync(SimMqttClient? greeted, CancellationToken ct)
    {
        if (_client is not { } client)
        {
            return null;
        }

        IReadOnlyList<(string Topic, Receipt Receipt)> due = book.Due(time.GetElapsedTime(_begun));
        IReadOnlyList<(string Topic, MediaReceipt Receipt)> files = book.DueFiles();
        if (due.Count + files.Count > 0)
        {
            sync();
        }

        try
        {
            // A gateway that comes anew may stand at a broker that shows it no retained presence.
            long connections = book.Connections;
            if (client != greeted || connections != _answered)
            {
                _answered = connections;
                await PublishAsync(client, Said(online: true), ct).ConfigureAwait(false);
            }

            await ConfirmAsync(client, Payloads(due, files), ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            // The link ended, or its broker is mute: on the next link everything is said again.
        }

        return client;
    }

    private static IEnumerable<(string Topic, byte[] Payload)> Payloads(
        IEnumerable<(string Topic, Receipt Receipt)> readings, IEnumerable<(string Topic, MediaReceipt Receipt)> files) =>
    [
        .. readings.Select(one => (one.Topic, JsonSerializer.SerializeToUtf8Bytes(one.Receipt, ReceiptJson.Default.Receipt))),
        .. files.Select(one => (one.Topic, JsonSerializer.SerializeToUtf8Bytes(one.Receipt, ReceiptJson.Default.MediaReceipt))),
    ];

    private async Task ConfirmAsync(SimMqttClient client, IEnumerable<(string Topic, byte[] Payload)> receipts, CancellationToken ct)
    {
        foreach ((string topic, byte[] payload) in receipts)
        {
            await PublishAsync(client, new SimMqttMessage { Topic = topic, Payload = payload }, ct).ConfigureAwait(false);
            Sent++;
        }
    }

    private Task PublishAsync(SimMqttClient client, SimMqttMessage message, CancellationToken ct) =>
        client.PublishAsync(message, ct).WaitAsync(s_answer, time, ct);

    private bool Denies(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload.Span, ReceiptJson.Default.Presence) is { Online: false } other && other.Instance != _instance;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private SimMqttMessage Said(bool online) => new()
    {
        Topic = Topic,
        Payload = JsonSerializer.SerializeToUtf8Bytes(new Presence(online, Receipts: true, time.GetUtcNow(), _instance), ReceiptJson.Default.Presence),
        Retain = true,
    };
}
