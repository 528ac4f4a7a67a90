using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Kiosks;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>Tells how the kiosk as a whole is: on change as event, at intervals as telemetry while it is heard. A link that is down is told once, over restarts.</summary>
internal sealed class StateDesk(DriverContext context, KioskApplicationOptions options)
{
    private const string Name = "state";

    private readonly KeptState? _recalled = Recall(context.Memory);
    private long _heardAt = context.Time.GetTimestamp();
    private long? _toldAt;
    private KeptState? _told;
    private bool _isHeard;
    private string? _mode;
    private string? _application;
    private (long Seconds, long At)? _uptime;

    private KeptState? Told => _told ?? _recalled;

    /// <summary>Whether the kiosk counts as gone, or was when the last conversation ended.</summary>
    public bool IsAway => !_isHeard && Told?.Link == KioskWords.Down;

    /// <summary>Whether it is to be told that it is gone.</summary>
    public bool IsSilent => options.Silence is { } silence && context.Time.GetElapsedTime(_heardAt) >= silence && Told?.Link != KioskWords.Down;

    /// <summary>Whether it is heard and its state is due.</summary>
    public bool IsDue => _isHeard && (_toldAt is not { } at || context.Time.GetElapsedTime(at) >= options.StateEvery);

    /// <summary>The kiosk gave a sign of life now.</summary>
    public void Heard() => (_heardAt, _isHeard) = (context.Time.GetTimestamp(), true);

    public void Take(KioskStatus said)
    {
        _mode = said.Mode ?? _mode;
        _application = said.Application ?? _application;
        _uptime = said.UptimeSeconds is { } seconds ? (seconds, context.Time.GetTimestamp()) : _uptime;
    }

    /// <summary>Nothing came for too long.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; it is still to be told.</exception>
    public async Task TellSilenceAsync(IEnumerable<KeptModule> modules, KioskVoice voice, CancellationToken ct)
    {
        _isHeard = false;
        _uptime = null;
        await TellAsync(KioskWords.Down, KioskWords.Unknown, modules, voice, KioskMoment.Now, ct).ConfigureAwait(false);
    }

    /// <summary>Tells what changed, or what is due.</summary>
    /// <param name="modules">As far as they are known.</param>
    /// <param name="standing">Severities of alarms of the kiosk as a whole.</param>
    /// <param name="voice">Where it is told.</param>
    /// <param name="moment">Of the message that says so.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; it is still to be told.</exception>
    public Task TellAsync(IReadOnlyCollection<KeptModule> modules, IEnumerable<string> standing, KioskVoice voice, KioskMoment moment, CancellationToken ct)
    {
        if (!_isHeard)
        {
            return Task.CompletedTask;
        }

        var alarms = standing.Select(severity => severity == "critical" ? KioskWords.Alarm : KioskWords.Warning);
        string health = KioskHealth.Worst([.. modules.Select(module => module.Health), .. alarms]);
        return TellAsync(KioskWords.Up, health, modules, voice, moment, ct);
    }

    private async Task TellAsync(string link, string health, IEnumerable<KeptModule> modules, KioskVoice voice, KioskMoment moment, CancellationToken ct)
    {
        var now = new KeptState(link, health, _mode ?? Told?.Mode, _application ?? Told?.Application);
        bool isChange = now != Told;
        if (!isChange && !IsDue)
        {
            return;
        }

        await voice.TellAsync(isChange ? Lane.Event : Lane.Telemetry, Body(now, [.. modules], Told), moment, ct).ConfigureAwait(false);
        _toldAt = context.Time.GetTimestamp();
        _told = now;
        if (isChange && context.Memory is { } memory)
        {
            await memory.RememberAsync(Name, JsonSerializer.Serialize(now, KioskApplicationJson.Default.KeptState), ct).ConfigureAwait(false);
        }
    }

    private KioskStateBody Body(KeptState now, IReadOnlyCollection<KeptModule> modules, KeptState? before)
    {
        string[] troubled = [.. modules.Where(module => module.Health != KioskWords.Ok).Select(module => module.Module)];
        return new KioskStateBody
        {
            Health = now.Health,
            Link = now.Link,
            Mode = now.Mode,
            Application = now.Application,
            UptimeSeconds = _uptime is { } uptime ? uptime.Seconds + (long)context.Time.GetElapsedTime(uptime.At).TotalSeconds : null,
            Modules = modules.Count > 0 ? modules.Count : null,
            Troubled = troubled.Length > 0 ? troubled : null,
            Changed = Changed(now, before),
        };
    }

    private static string[]? Changed(KeptState now, KeptState? before)
    {
        (string Name, bool Differs)[] facts =
            [("link", now.Link != before?.Link), ("health", now.Health != before?.Health), ("mode", now.Mode != before?.Mode), ("application", now.Application != before?.Application)];
        string[] changed = [.. facts.Where(fact => fact.Differs).Select(fact => fact.Name)];
        return changed.Length > 0 ? changed : null;
    }

    /// <summary>What cannot be read is forgotten.</summary>
    private static KeptState? Recall(IDeviceMemory? memory)
    {
        try
        {
            return memory?.Recall(Name) is { Length: > 0 } kept && JsonSerializer.Deserialize(kept, KioskApplicationJson.Default.KeptState) is { Link: not null, Health: not null } state ? state : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
