using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.Kiosk.Application;

/// <summary>
/// What the kiosk has still to say, as it would lie on its disk: it forgets a message when the gateway has answered that it is safe, and not before.
/// </summary>
internal sealed class ApplicationOutbox(string device, IApplicationWire wire, ITruthLedger ledger, int together, TimeProvider time)
{
    // Half of all software writes Chinese as it is, half as escapes.
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Queue<(JsonObject Message, IReadOnlyList<TruthLine> Truths)> _waiting = new();
    private byte[]? _saying;
    private int _said;
    private long _written;

    public int Count => _waiting.Count;

    public void Add(JsonObject message, params IReadOnlyList<TruthLine> truths) => _waiting.Enqueue((message, truths));

    /// <summary>Says the oldest ones once; what was not answered is said again as it was.</summary>
    /// <returns>False when they must be said again.</returns>
    public async Task<bool> SayAsync(CancellationToken ct)
    {
        (_saying, _said) = _saying is { } again ? (again, _said) : (Body(_waiting.Take(together).Select(static one => one.Message)), Math.Min(together, _waiting.Count));
        if (await wire.SayAsync(_saying, ct).ConfigureAwait(false) is not { Status: 200 } answer)
        {
            return false;
        }

        _saying = null;
        for (int index = 0; index < _said; index++)
        {
            string? refused = answer.Refused.GetValueOrDefault(index);
            Note(_waiting.Dequeue().Truths, refused is null ? TruthLine.Ok : TruthLine.None);
            if (refused is not null)
            {
                ledger.Note(Refusal(refused));
            }
        }

        return true;
    }

    public Task CutInsideAsync(CancellationToken ct) => wire.CutInsideAsync(Body(_waiting.Take(1).Select(static one => one.Message)), ct);

    public Task ScrawlAsync(CancellationToken ct) => wire.ScrawlAsync("{\"type\":\"transaction\",\"session\":\n\u0000["u8.ToArray(), ct);

    /// <summary>What nobody has answered at the end was promised by nobody.</summary>
    public void Close()
    {
        while (_waiting.TryDequeue(out var left))
        {
            Note(left.Truths, TruthLine.None);
        }
    }

    private byte[] Body(IEnumerable<JsonObject> messages)
    {
        using var text = new MemoryStream();
        foreach (JsonObject message in messages)
        {
            using (var writer = new Utf8JsonWriter(text, ++_written % 2 == 0 ? default : s_plain))
            {
                message.WriteTo(writer);
            }

            text.WriteByte((byte)'\n');
        }

        return text.ToArray();
    }

    private void Note(IReadOnlyList<TruthLine> truths, string told)
    {
        foreach (TruthLine truth in truths)
        {
            ledger.Note(truth with { Told = told, At = time.GetUtcNow() });
        }
    }

    /// <summary>A message that the gateway should have taken.</summary>
    private TruthLine Refusal(string why) => new()
    {
        Device = device, NativeId = $"{TruthLine.Breach}{why}", Plate = "", LaneNo = 0, Time = default, Kind = "kiosk.breach", At = time.GetUtcNow(),
        Facts = new Dictionary<string, string> { ["service"] = "application", ["what"] = $"a good message was refused: {why}" },
    };
}
