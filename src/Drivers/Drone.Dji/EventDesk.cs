using System.Globalization;
using System.Text;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dji;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>Events of a gateway (drone.md sections 2.7 and 2.8). When it returns, what is told of the event is safe and it may be answered.</summary>
/// <param name="parts">Of the conversation.</param>
/// <param name="aircraft">The aircraft that the gateway has now; null when none is known.</param>
internal sealed class EventDesk(DeskParts parts, Func<AircraftDesk?> aircraft)
{
    private const string FlyToProgress = "fly_to_point_progress";
    private const int Informational = 6;
    private const int Notice = 5;
    private const int LongestText = 256;
    private const int MostKinds = 64;

    /// <summary>Others are left out: there are events that name who flies.</summary>
    private static readonly HashSet<string> s_told = new(StringComparer.Ordinal)
    {
        "action", "current_step", "flight_id", "flight_type", "fly_to_id", "max_speed", "percent", "planned_path_count", "progress", "reason", "remaining_distance", "remaining_time",
        "result", "status", "step", "track_id", "way_point_index", "current_waypoint_index", "wayline_mission_state",
    };

    /// <summary>Warnings come again and again while the other one is near.</summary>
    private static readonly TimeSpan s_trafficGone = TimeSpan.FromSeconds(60);

    /// <summary>Then there is room for one more.</summary>
    private static readonly TimeSpan s_hold = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<string, string> _progress = new(StringComparer.Ordinal);

    /// <summary>When each aircraft whose warning stands was last warned of.</summary>
    private readonly Dictionary<string, long> _near = new(StringComparer.Ordinal);

    /// <summary>Others than those that are told in a form of their own: nobody knows how many a dock makes of them.</summary>
    private readonly EventBudget _messages = new(512, 5);

    /// <summary>How often one is held back instead: 5 s in all, because alarms and replies to orders wait behind it.</summary>
    private readonly EventBudget _holds = new(20, 0.05);

    private readonly LostEvents _lost = new(parts);

    private string Vehicle => aircraft()?.Vehicle ?? parts.Options.Gateway;

    /// <returns>False when it was one too many: it is not answered, and a device that wants an answer says it again. Of the others it is on disk how many there were.</returns>
    public async Task<bool> TakeAsync(DjiMessage message, DjiTold told, CancellationToken ct)
    {
        var flying = message.Method == DjiMission.Method ? aircraft() : null;
        if (flying is null && IsMessage(message.Method))
        {
            return await MessageAsync(message, told, ct).ConfigureAwait(false);
        }

        await (message.Method switch
        {
            DjiHms.Method => HmsAsync(DjiHms.Of(message.Data), told, ct),
            DjiMission.Method => flying!.FlyAsync(message, told, ct),
            DjiUpload.Method => CaptureAsync(message, told, ct),
            DjiTraffic.Method => TrafficAsync(DjiTraffic.Of(message.Data), told, ct),
            _ => NamelessAsync(),
        }).ConfigureAwait(false);
        return true;
    }

    /// <summary>Time goes by: a warning that does not come again is over. After a restart nobody knows when the last one came.</summary>
    public async Task TickAsync(CancellationToken ct)
    {
        var time = parts.Host.Time;
        var standing = parts.Alarms.Standing(AlarmDesk.Airsense).ToList();
        foreach (string icao in _near.Keys.Except(standing.Select(alarm => alarm.Key)).ToList())
        {
            _near.Remove(icao);
        }

        foreach (string icao in standing.Select(alarm => alarm.Key))
        {
            _near.TryAdd(icao, time.GetTimestamp());
        }

        var left = standing.Where(alarm => time.GetElapsedTime(_near[alarm.Key]) < s_trafficGone).ToList();
        if (left.Count < standing.Count)
        {
            await parts.Alarms.SetAsync(AlarmDesk.Airsense, left, true, parts.Now(), parts.Sink, ct).ConfigureAwait(false);
        }

        await _lost.TickAsync(ct).ConfigureAwait(false);
    }

    private static bool IsMessage(string? method) => method is not (null or DjiHms.Method or DjiUpload.Method or DjiTraffic.Method);

    private Task HmsAsync(DjiHms list, DjiTold told, CancellationToken ct)
    {
        if (!list.IsComplete)
        {
            parts.Host.Watch.Fault(FaultKind.Garbled, "hms-entry");
        }

        return parts.Alarms.SetAsync(AlarmDesk.Hms, [.. list.Alarms.Select(alarm => AlarmDesk.Of(alarm, Vehicle, parts.Options.Gateway))], list.IsComplete, told, parts.Sink, ct);
    }

    /// <summary>Nothing says that a list names all that are near: a warning ends by its own level, or when it does not come again.</summary>
    private async Task TrafficAsync(IReadOnlyList<DjiTraffic> others, DjiTold told, CancellationToken ct)
    {
        var near = others.Where(other => other.Level >= parts.Options.AirsenseLevel).ToList();
        var left = parts.Alarms.Standing(AlarmDesk.Airsense).Where(alarm => others.All(other => other.Icao != alarm.Key || other.Level is null));
        List<VehicleAlarm> wanted = [.. near.Select(other => AlarmDesk.Of(other, Vehicle)), .. left];
        await parts.Alarms.SetAsync(
            AlarmDesk.Airsense, wanted, true, told, parts.Sink, ct, icao => others.FirstOrDefault(other => other.Icao == icao)?.Place).ConfigureAwait(false);
        foreach (var other in near)
        {
            _near[other.Icao] = parts.Host.Time.GetTimestamp();
        }
    }

    private async Task CaptureAsync(DjiMessage message, DjiTold told, CancellationToken ct)
    {
        var upload = DjiUpload.Of(message.Data);
        var body = DjiMapping.Capture(Vehicle, upload, told, message.NativeId);
        await parts.Sink.EmitAsync(told.Reading(Lane.Event, body) with { RepeatKey = DjiTold.Repeat(message.NativeId, upload.File) }, ct).ConfigureAwait(false);
    }

    /// <summary>Progress that says the same as before is no news.</summary>
    private async Task<bool> MessageAsync(DjiMessage message, DjiTold told, CancellationToken ct)
    {
        string method = message.Method!;
        string? status = message.Data.Text("status") ?? message.Data.Member("output").Text("status");
        if (method == FlyToProgress)
        {
            Point(message.Data.Text("fly_to_id"), status);
        }

        // Two jobs that name neither themselves nor their process cannot be told apart, so each is told.
        string now = $"{message.Bid ?? message.Tid}/{message.Data.Text("fly_to_id")}/{message.Data.Text("flight_id")}/{status}/{message.Data.Text("result")}";
        if (status is not null && _progress.GetValueOrDefault(method) == now)
        {
            return true;
        }

        if (!_messages.Take(parts.Elapsed) && !await HeldAsync(message, ct).ConfigureAwait(false))
        {
            parts.Host.Watch.Fault(FaultKind.Busy, "too-many-events");
            await (message.NeedsReply ? Task.CompletedTask : _lost.CountAsync(told.Received, ct)).ConfigureAwait(false);
            return false;
        }

        await parts.Sink.EmitAsync(told.Reading(Lane.Event, Body(message, told)) with { RepeatKey = DjiTold.Repeat(message.NativeId, method, status) }, ct).ConfigureAwait(false);
        if (_progress.Count < MostKinds || _progress.ContainsKey(method))
        {
            _progress[method] = now;
        }

        return true;
    }

    /// <summary>What nobody says again is held back, and the broker with it, rather than lost.</summary>
    /// <returns>Whether there is room for it now.</returns>
    private async Task<bool> HeldAsync(DjiMessage message, CancellationToken ct)
    {
        if (message.NeedsReply || !_holds.Take(parts.Elapsed))
        {
            return false;
        }

        await Task.Delay(s_hold, parts.Host.Time, ct).ConfigureAwait(false);
        return _messages.Take(parts.Elapsed);
    }

    private DroneMessageBody Body(DjiMessage message, DjiTold told) => new()
    {
        Vehicle = Vehicle,
        VehicleType = DjiMapping.Multirotor,
        Severity = message.Data.Whole("result") is not null and not 0 ? Notice : Informational,
        Text = Text(message.Method!, message.Data),
        Flags = told.Flags,
        Source = told.Source(message.NativeId, null),
    };

    private void Point(string? flight, string? status)
    {
        if (flight is not null)
        {
            parts.Signs.Saw(Sightings.FlyTo(flight));
        }

        aircraft()?.FlyToPoint(status);
        if (status == "wayline_cancel")
        {
            parts.Signs.Saw(Sightings.FlyToCancelled);
        }
    }

    private Task NamelessAsync()
    {
        parts.Host.Watch.Fault(FaultKind.Garbled, "no-method");
        return Task.CompletedTask;
    }

    /// <summary>The method and those of its plain values that are about the flight, as the device named them.</summary>
    private static string Text(string method, JsonElement data)
    {
        var text = new StringBuilder(method);
        var values = Values(data).Concat(Values(data.Member("output"))).Where(pair => s_told.Contains(pair.Name));
        foreach (var (name, value) in values.TakeWhile(_ => text.Length < LongestText))
        {
            text.Append(CultureInfo.InvariantCulture, $" {name}={value}");
        }

        return text.Length <= LongestText ? text.ToString() : text.ToString(0, LongestText);
    }

    private static IEnumerable<(string Name, string Value)> Values(JsonElement data) => data.ValueKind != JsonValueKind.Object
        ? []
        : data.EnumerateObject()
            .Select(member => (member.Name, Value: member.Value.AsText() ?? (member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.Value.GetRawText() : null)))
            .Where(pair => pair.Value is not null)
            .Select(pair => (pair.Name, pair.Value!));
}
