using System.Globalization;
using System.Text;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Sensors;

namespace EdgeGateway.Drivers.Generic;

/// <summary>One rule at work on one message.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Received">When the message came.</param>
/// <param name="Zone">Of the device.</param>
/// <param name="Outcome">Where is noted what is left out.</param>
internal sealed record RuleUse(MapRule Rule, DateTimeOffset Received, TimeSpan Zone, MapOutcome Outcome)
{
    /// <summary>A device that sends what it kept while its link was down is not wrong.</summary>
    private static readonly TimeSpan s_mostPast = TimeSpan.FromDays(31);

    private static readonly TimeSpan s_mostAhead = TimeSpan.FromDays(1);

    /// <param name="scope">The entry.</param>
    /// <param name="index">Its place in the list.</param>
    /// <returns>Null when nothing is left of it.</returns>
    public MapEntry? Entry(in MapScope scope, int index)
    {
        if (!TryName(scope, out string? name) || !TryActive(scope, out bool? active))
        {
            return null;
        }

        var values = Values(scope);
        if (Rule.Values.Count > 0 && values.Count == 0 && Rule.Kind != MapKind.Alarm)
        {
            Outcome.LeaveOut(MapReasons.NoValues);
            return null;
        }

        var entry = new MapEntry
        {
            Rule = Rule,
            Name = name,
            Values = values,
            Identity = Identity(scope, index, name),
            Active = active,
            Severity = Severity(scope),
            Position = Position(scope),
        };
        return Timed(scope, entry);
    }

    /// <summary>A value that cannot say which one it is of would be taken for another's.</summary>
    private bool TryName(in MapScope scope, out string? name)
    {
        bool isMissing = false;
        name = Rule.Name?.Of(scope, out isMissing);
        bool right = Rule.Name is null || name is not null;
        Outcome.LeaveOut(right ? null : isMissing ? MapReasons.NameMissing : MapReasons.NameRefused);
        return right;
    }

    private bool TryActive(in MapScope scope, out bool? active)
    {
        active = null;
        if (Rule.Alarm?.Active is not { } rule)
        {
            return true;
        }

        active = rule.Path.First(scope) is { } found ? rule.Words.Of(found) : null;
        Outcome.LeaveOut(active is null ? MapReasons.ActiveUnknown : null);
        return active is not null;
    }

    private List<SensorValue> Values(in MapScope scope)
    {
        var values = new List<SensorValue>(Rule.Values.Count);
        foreach (var rule in Rule.Values)
        {
            if (rule.Of(scope, out string? why) is { } value)
            {
                values.Add(value);
            }

            Outcome.LeaveOut(why);
        }

        return values;
    }

    private string Severity(in MapScope scope)
    {
        if (Rule.Alarm?.Severity.Of(scope, out _) is { } severity)
        {
            return severity;
        }

        Outcome.LeaveOut(Rule.Alarm is null ? null : MapReasons.SeverityUnknown);
        return MapSeverity.Major;
    }

    private GeoPosition? Position(in MapScope scope)
    {
        string? why = null;
        var position = Rule.Position?.Of(scope, out why);
        Outcome.LeaveOut(why);
        return position;
    }

    /// <summary>A message may make several readings: each has an identity of its own.</summary>
    private string? Identity(in MapScope scope, int index, string? name)
    {
        if (Rule.NativeId.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        Add(text, Rule.Mark);
        Add(text, name ?? string.Empty);
        Add(text, Place(index));
        foreach (var path in Rule.NativeId)
        {
            if (path.First(scope)?.Text is not { } part)
            {
                Outcome.LeaveOut(MapReasons.NativeIdMissing);
                return null;
            }

            Add(text, part);
        }

        return text.ToString();
    }

    /// <summary>
    /// An entry that names itself is the same when the device sends it again among others. The place tells entries apart only where nothing else of their identity
    /// does.
    /// </summary>
    private string Place(int index) => Rule.Each is null || Rule.NativeId.Any(path => path.IsOfEntry) ? string.Empty : index.ToString(CultureInfo.InvariantCulture);

    private static void Add(StringBuilder text, string part) => text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}\n");

    private MapEntry Timed(in MapScope scope, MapEntry entry)
    {
        if (Rule.Time is not { } rule)
        {
            return entry;
        }

        var found = rule.Path.First(scope);
        var time = found is null ? null : rule.Of(found, Zone);
        bool isOff = time is { } told && (told > Received + s_mostAhead || told < Received - s_mostPast);
        Outcome.LeaveOut(found is null ? MapReasons.TimeMissing : time is null ? MapReasons.TimeUnreadable : isOff ? MapReasons.ClockOff : null);
        return isOff ? entry with { WrongTime = time } : entry with { Time = time };
    }
}
