using EdgeGateway.Protocol.Contract;
using EdgeGateway.Telemetry;
using EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink.Downlink;

/// <summary>
/// Everything that comes down, by topic: receipts, commands, presence of platforms. What cannot be read is counted under
/// <c>downlink</c>, acknowledged to the broker and gone; it never ends the link.
/// </summary>
public sealed class DownlinkDispatcher(
    Topics topics, ReceiptDesk receipts, MediaDesk files, ConfirmationMode mode, PlatformPresence presence, ICommandPort commands, FaultCounters faults)
{
    private const string Area = "downlink";

    private const int LongestName = 64;

    /// <summary>Takes one message.</summary>
    /// <exception cref="Exception">Only what the command port throws: the broker then brings the message again.</exception>
    public ValueTask TakeAsync(MqttMessage message, CancellationToken ct)
    {
        if (message.Topic == topics.Receipt)
        {
            return TakeReceiptAsync(message.Payload, ct);
        }

        if (NameBehind(topics.CommandPrefix, message.Topic) is { } device)
        {
            return commands.TakeAsync(device, message, ct);
        }

        if (NameBehind(topics.PlatformPrefix, message.Topic) is { } platform)
        {
            return TakePresenceAsync(platform, message.Payload, ct);
        }

        faults.Count(Area, "unknown-topic");
        return ValueTask.CompletedTask;
    }

    private static string? NameBehind(string prefix, string topic) =>
        topic.StartsWith(prefix, StringComparison.Ordinal) && topic.Length - prefix.Length is > 0 and <= LongestName && !topic.AsSpan(prefix.Length).Contains('/')
            ? topic[prefix.Length..]
            : null;

    private async ValueTask TakeReceiptAsync(ReadOnlyMemory<byte> payload, CancellationToken ct)
    {
        if (ReceiptReader.Read(payload, out string? fault) is not { } receipt)
        {
            faults.Count(Area, fault!);
            return;
        }

        // Who sends one is there: some brokers never show a retained presence to a subscription with a wildcard.
        presence.SentReceipt(receipt.Media.Count > 0);
        await SawAsync(receipt.SpeaksOfReadings, receipt.Media.Count > 0, ct).ConfigureAwait(false);
        files.Take(receipt.Media);
        if (receipt.SpeaksOfReadings)
        {
            receipts.Take(receipt);
        }
    }

    private async ValueTask TakePresenceAsync(string platform, ReadOnlyMemory<byte> payload, CancellationToken ct)
    {
        // An empty payload takes a retained presence away.
        var said = payload.IsEmpty ? new Presence(false, false, false) : Presence.Read(payload);
        if (said is null || !presence.Said(platform, said.Online, said.Media))
        {
            faults.Count(Area, said is null ? "presence-garbled" : "presence-too-many");
            return;
        }

        await SawAsync(said.Receipts, said.Media, ct).ConfigureAwait(false);
    }

    private async ValueTask SawAsync(bool confirmsReadings, bool namesFiles, CancellationToken ct)
    {
        if (confirmsReadings)
        {
            await mode.SawReceiptsAsync(ct).ConfigureAwait(false);
        }

        if (namesFiles)
        {
            await mode.SawMediaReceiptsAsync(ct).ConfigureAwait(false);
        }
    }
}
