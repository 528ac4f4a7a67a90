using System.Text.Json;
using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Sim.Receipts;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Sim.Platform;

/// <summary>
/// A platform in memory behind the endpoint: keeps every reading that was not refused or forgotten on the way, and
/// confirms when it is told to. No link, no file, no timer of its own.
/// </summary>
/// <param name="endpoint">Where it listens once it is the endpoint's <see cref="PlatformEndpoint.Consumer"/>.</param>
/// <param name="root">Topic root.</param>
public sealed class PlatformConsumer(PlatformEndpoint endpoint, string root)
{
    private readonly Lock _lock = new();
    private readonly string _instance = Guid.NewGuid().ToString("N");
    private readonly long _begun = endpoint.Time.GetTimestamp();
    private readonly MessageDecoder _decoder = new(root);
    private readonly ReceiptBook _book = new(root);
    private readonly List<ReceivedLine> _lines = [];

    /// <summary>What came, in its order: readings one by one, pictures, manifests, replies.</summary>
    public IReadOnlyList<ReceivedLine> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Messages that could not be read.</summary>
    public long Unreadable => _decoder.Unreadable;

    /// <summary>Says, retained, that a platform which sends receipts is here or is gone.</summary>
    public void Announce(string name, bool online = true) => endpoint.Publish(
        $"{root}/platform/{name}",
        JsonSerializer.SerializeToUtf8Bytes(new Presence(online, Receipts: true, endpoint.Time.GetUtcNow(), _instance), ReceiptJson.Default.Presence),
        retain: true);

    /// <summary>Sends every receipt that is due by the rules of <c>watch</c>, of readings and of files.</summary>
    /// <returns>What was sent of readings.</returns>
    public IReadOnlyList<Receipt> Confirm()
    {
        IReadOnlyList<(string Topic, Receipt Receipt)> due = _book.Due(endpoint.Time.GetElapsedTime(_begun));
        foreach ((string topic, Receipt receipt) in due)
        {
            endpoint.Publish(topic, JsonSerializer.SerializeToUtf8Bytes(receipt, ReceiptJson.Default.Receipt));
        }

        foreach ((string topic, MediaReceipt receipt) in _book.DueFiles())
        {
            endpoint.Publish(topic, JsonSerializer.SerializeToUtf8Bytes(receipt, ReceiptJson.Default.MediaReceipt));
        }

        return [.. due.Select(one => one.Receipt)];
    }

    /// <summary>Sends this receipt, true or not.</summary>
    /// <param name="prefix"><c>{root}/{shard}/{site}/{gw}</c>.</param>
    /// <param name="receipt">What to say.</param>
    /// <returns>How many sessions take it.</returns>
    public int Confirm(string prefix, Receipt receipt) =>
        endpoint.Publish(prefix + "/down/receipt", JsonSerializer.SerializeToUtf8Bytes(receipt, ReceiptJson.Default.Receipt));

    internal bool Listens(string topic) => topic.StartsWith(root + "/", StringComparison.Ordinal);

    internal void Take(ReceivedPublish publish)
    {
        if (publish.Forgotten || publish.Reason >= MqttReason.UnspecifiedError || !Listens(publish.Topic))
        {
            return;
        }

        _book.Hear(publish.Topic, publish.Payload);
        lock (_lock)
        {
            IReadOnlyList<ReceivedLine> lines = _decoder.Decode(publish.Topic, publish.Payload, endpoint.Time.GetUtcNow());
            _lines.AddRange(lines);
            _book.Keep(lines);
        }
    }
}
