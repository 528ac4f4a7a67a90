using System.Collections.Concurrent;
using System.Globalization;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Store;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>Stored readings as MQTT messages (contract section 2).</summary>
public sealed class ReadingMessages(Topics topics)
{
    private const string ContentType = "application/cloudevents+json; charset=utf-8";

    private readonly ConcurrentDictionary<(int Lane, string Device, string Kind), string> _topics = new();

    private static readonly KeyValuePair<string, string>[] s_batchProperties = [new(BatchWriter.EncodingName, BatchWriter.Encoding)];

    /// <summary>Where batches go.</summary>
    public string BatchTopic => topics.Batch;

    public string TopicOf(StoredReading reading) => _topics.GetOrAdd(
        ((int)reading.Lane, reading.Device, reading.Kind),
        static (_, state) => state.topics.Reading(state.reading.Lane, state.reading.Device, state.reading.Kind),
        (topics, reading));

    /// <param name="batch">What to send; its bytes stay as they are until the answer.</param>
    /// <param name="version">5, or 4 for 3.1.1, where the first bytes of gzip say what it is.</param>
    public MqttMessage Of(Batch batch, int version) => version < 5
        ? new MqttMessage { Topic = topics.Batch, Payload = batch.Packed }
        : new MqttMessage { Topic = topics.Batch, Payload = batch.Packed, ContentType = BatchWriter.ContentType, UserProperties = s_batchProperties };

    /// <param name="reading">What to send.</param>
    /// <param name="topic">Its topic.</param>
    /// <param name="version">5, or 4 for 3.1.1, which has no properties.</param>
    public static MqttMessage Of(StoredReading reading, string topic, int version) => version < 5
        ? new MqttMessage { Topic = topic, Payload = reading.Payload }
        : new MqttMessage
        {
            Topic = topic,
            Payload = reading.Payload,
            ContentType = ContentType,
            IsText = true,
            UserProperties =
            [
                new("seq", reading.Seq.ToString(CultureInfo.InvariantCulture)),
                new("epoch", reading.Epoch),
                new("kind", reading.Kind),
            ],
        };
}
