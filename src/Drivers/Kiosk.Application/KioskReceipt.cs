using System.Text.Json;
using System.Text.Json.Serialization;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Kiosks;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>What a kiosk is told of its messages: places and fixed words, nothing of what it sent.</summary>
/// <param name="Accepted">Messages that are safe.</param>
/// <param name="Refused">Those that are not, the first ones.</param>
/// <param name="Doubted">What was left out of messages that are safe, the first ones.</param>
/// <param name="RefusedMore">Further ones; null for none.</param>
/// <param name="DoubtedMore">Further ones; null for none.</param>
public sealed record KioskReceipt(int Accepted, IReadOnlyList<ReceiptEntry> Refused, IReadOnlyList<ReceiptEntry> Doubted, int? RefusedMore, int? DoubtedMore)
{
    private const int MostListed = 32;
    private const string MediaType = "application/json";

    public static KioskReceipt Of(IReadOnlyList<KioskItem> items)
    {
        var refused = items.Where(item => item.Fault is not null).Select(item => new ReceiptEntry(item.Index, item.Fault!)).ToList();
        var doubted = items.Where(item => item.Message is not null).SelectMany(item => item.Message!.Doubts.Select(doubt => new ReceiptEntry(item.Index, doubt))).ToList();
        return new KioskReceipt(items.Count - refused.Count, [.. refused.Take(MostListed)], [.. doubted.Take(MostListed)], More(refused.Count), More(doubted.Count));
    }

    /// <summary>400 when there was nothing to take: it would be the same again.</summary>
    public InboxAnswer ToAnswer() => new(Accepted > 0 ? 200 : 400, JsonSerializer.Serialize(this, KioskApplicationJson.Default.KioskReceipt), MediaType);

    private static int? More(int count) => count > MostListed ? count - MostListed : null;
}

/// <param name="Index">Place of the message in the body, from 0.</param>
/// <param name="Fault">A short fixed word.</param>
public sealed record ReceiptEntry(int Index, string Fault);

/// <summary>What this driver writes: answers, and what it remembers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KioskReceipt))]
[JsonSerializable(typeof(KeptModule[]))]
[JsonSerializable(typeof(KeptCounters))]
[JsonSerializable(typeof(KeptState))]
internal sealed partial class KioskApplicationJson : JsonSerializerContext;
