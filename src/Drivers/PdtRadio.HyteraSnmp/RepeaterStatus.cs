using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio.HyteraSnmp;

/// <summary>
/// Which troubles of a repeater have been told, over restarts of the gateway: each begins once and ends once. A trouble is
/// noted behind its reading, so a crash between the two tells it twice and never not at all.
/// </summary>
internal sealed class RepeaterStatus(DriverContext context, IReadingSink sink)
{
    private const string MemoryName = "standing";

    /// <summary>What an object said when its trouble began; 0 is never in here.</summary>
    private readonly Dictionary<string, long> _standing = Parse(context.Memory?.Recall(MemoryName));

    /// <summary>Tells what differs from what was told. An object that could not be read leaves its trouble as it was.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; the next round tells it.</exception>
    public async Task TakeAsync(RepeaterAnswers answers, CancellationToken ct)
    {
        string round = HyteraSnmpMapping.NativeId(answers);
        await SetAsync(RepeaterTrouble.LinkMetric, 0, round, ct).ConfigureAwait(false);
        foreach (var (about, value, _) in answers.All.Where(one => RepeaterTrouble.IsAlarm(one.Object.Metric)))
        {
            if (value?.Whole is { } number)
            {
                await SetAsync(about.Metric, number, round, ct).ConfigureAwait(false);
            }
        }
    }

    /// <summary>It fell silent in the middle of a conversation.</summary>
    public Task LoseLinkAsync(CancellationToken ct) =>
        SetAsync(RepeaterTrouble.LinkMetric, 1, FormattableString.Invariant($"SNMP/{context.Time.GetUtcNow().ToUnixTimeMilliseconds():x}"), ct);

    /// <summary>Too high behind too low is another trouble: the first ends.</summary>
    private async Task SetAsync(string metric, long value, string round, CancellationToken ct)
    {
        long before = _standing.GetValueOrDefault(metric);
        if (before == value)
        {
            return;
        }

        if (RepeaterTrouble.Of(metric, before) is { } ended)
        {
            await TellAsync(ended, "ends", round, ct).ConfigureAwait(false);
            await NoteAsync(metric, 0, ct).ConfigureAwait(false);
        }

        if (RepeaterTrouble.Of(metric, value) is { } begun)
        {
            await TellAsync(begun, "begins", round, ct).ConfigureAwait(false);
            await NoteAsync(metric, value, ct).ConfigureAwait(false);
        }
    }

    private async Task TellAsync(RepeaterTrouble trouble, string state, string round, CancellationToken ct) =>
        await sink.EmitAsync(Reading(trouble, state, round), ct).ConfigureAwait(false);

    private async Task NoteAsync(string metric, long value, CancellationToken ct)
    {
        _standing[metric] = value;
        if (context.Memory is { } memory)
        {
            await memory.RememberAsync(MemoryName, Write(_standing), ct).ConfigureAwait(false);
        }
    }

    private Reading Reading(RepeaterTrouble trouble, string state, string round)
    {
        var now = context.Time.GetUtcNow();
        return HyteraSnmpMapping.Envelope(context.Device, Lane.Alarm, now, new DeviceStatusBody
        {
            What = trouble.What,
            State = state,
            Since = now,
            From = "asked",
            Level = trouble.Level,
            Severity = trouble.Severity,
            Category = trouble.Category,
            Advice = state == "begins" ? trouble.Advice.En : null,
            AdviceZh = state == "begins" ? trouble.Advice.Zh : null,
            Source = new SourceInfo($"{round}/{trouble.What}/{state}"),
        });
    }

    private static string Write(Dictionary<string, long> standing) =>
        string.Join(',', standing.Where(one => one.Value != 0).Select(one => FormattableString.Invariant($"{one.Key}={one.Value}")));

    /// <summary>What cannot be read is left out: its trouble begins once more, which is better than never.</summary>
    private static Dictionary<string, long> Parse(string? text)
    {
        var standing = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (string one in (text ?? string.Empty).Split(','))
        {
            if (one.Split('=') is [var metric, var number] && RepeaterTrouble.Of(metric, 1) is not null && long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value))
            {
                standing[metric] = value;
            }
        }

        return standing;
    }
}
