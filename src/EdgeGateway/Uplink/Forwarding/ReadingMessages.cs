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

    public string TopicOf(StoredReading reading) => _topics.GetOrAdd(
        ((int)reading.Lane, reading.Device, reading.Kind),
        static (_, state) => state.topics.Reading(state.reading.Lane, state.reading.Device, state.reading.Kind),
        (topics, reading));

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
