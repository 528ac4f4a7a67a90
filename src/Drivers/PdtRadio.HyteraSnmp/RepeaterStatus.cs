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

    private readonly Dictionary<string, string> _standing = Parse(context.Memory?.Recall(MemoryName));

    /// <summary>Tells what differs from what was told. An object that could not be read leaves its trouble as it was.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; the next round tells it.</exception>
    public async Task TakeAsync(RepeaterAnswers answers, CancellationToken ct)
    {
        string round = HyteraSnmpMapping.NativeId(answers);
        await SetAsync(RepeaterTrouble.Link, false, round, ct).ConfigureAwait(false);
        foreach (var (about, value, _) in answers.All.Where(one => RepeaterTrouble.Metrics.Contains(one.Object.Metric)))
        {
            if (value?.Whole is { } number)
            {
                await TakeAsync(about.Metric, number, round, ct).ConfigureAwait(false);
            }
        }
    }

    /// <summary>It fell silent in the middle of a conversation.</summary>
    public Task LoseLinkAsync(CancellationToken ct) => SetAsync(RepeaterTrouble.Link, true, FormattableString.Invariant($"SNMP/{context.Time.GetUtcNow().ToUnixTimeMilliseconds():x}"), ct);

    private async Task TakeAsync(string metric, long value, string round, CancellationToken ct)
    {
        var trouble = RepeaterTrouble.Of(metric, value);
        var any = trouble ?? RepeaterTrouble.Of(metric, 1)!;
        bool stands = _standing.TryGetValue(any.What, out string? level);
        if (stands && level != LevelOf(trouble))
        {
            // Too low after too high is another trouble; the first has ended.
            await SetAsync(any with { Level = level!.Length > 0 ? level : null }, false, round, ct).ConfigureAwait(false);
        }

        if (trouble is not null)
        {
            await SetAsync(trouble, true, round, ct).ConfigureAwait(false);
        }
        else
        {
            await SetAsync(any, false, round, ct).ConfigureAwait(false);
        }
    }

    private async Task SetAsync(RepeaterTrouble trouble, bool stands, string round, CancellationToken ct)
    {
        if (_standing.ContainsKey(trouble.What) == stands)
        {
            return;
        }

        await sink.EmitAsync(Reading(trouble, stands ? "begins" : "ends", round), ct).ConfigureAwait(false);
        if (stands)
        {
            _standing[trouble.What] = LevelOf(trouble);
        }
        else
        {
            _standing.Remove(trouble.What);
        }

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

    private static string LevelOf(RepeaterTrouble? trouble) => trouble?.Level ?? string.Empty;

    private static string Write(Dictionary<string, string> standing) => string.Join(',', standing.Select(one => $"{one.Key}={one.Value}"));

    private static Dictionary<string, string> Parse(string? text) =>
        (text ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split('=', 2))
            .DistinctBy(pair => pair[0])
            .ToDictionary(pair => pair[0], pair => pair.ElementAtOrDefault(1) ?? string.Empty, StringComparer.Ordinal);
}
