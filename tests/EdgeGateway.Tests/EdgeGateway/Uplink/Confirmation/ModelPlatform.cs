using System.Text.Json;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;

/// <summary>A platform that keeps what reaches it and says so as the contract wants.</summary>
public sealed class ModelPlatform
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, int> _kept = [];

    public int Kept
    {
        get
        {
            lock (_gate)
            {
                return _kept.Count;
            }
        }
    }

    /// <summary>Numbers that came more than once.</summary>
    public IReadOnlyList<long> Repeated
    {
        get
        {
            lock (_gate)
            {
                return [.. _kept.Where(static pair => pair.Value > 1).Select(static pair => pair.Key)];
            }
        }
    }

    public static long SeqOf(ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload);
        return document.RootElement.GetProperty("seq").GetInt64();
    }

    public static bool IsReading(string topic) => topic.Contains("/up/alarm/", StringComparison.Ordinal)
        || topic.Contains("/up/event/", StringComparison.Ordinal) || topic.Contains("/up/telemetry/", StringComparison.Ordinal);

    public void Keep(MqttMessage message) => Keep(SeqOf(message.Payload));

    public void Keep(long seq)
    {
        lock (_gate)
        {
            _kept[seq] = _kept.GetValueOrDefault(seq) + 1;
        }
    }

    public (long UpTo, (long First, long Last)[] Missing) Receipt()
    {
        lock (_gate)
        {
            var missing = new List<(long, long)>();
            long expected = 1;
            foreach (long seq in _kept.Keys)
            {
                if (seq > expected)
                {
                    missing.Add((expected, seq - 1));
                }

                expected = seq + 1;
            }

            return (expected - 1, [.. missing]);
        }
    }
}
