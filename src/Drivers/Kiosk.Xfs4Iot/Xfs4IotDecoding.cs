using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>The messages of one input, one after the other.</summary>
/// <param name="device">Device id in the readings.</param>
/// <param name="service">Name of the module; null: its class.</param>
/// <param name="received">When everything came.</param>
internal sealed class Xfs4IotDecoding(string device, string? service, DateTimeOffset received)
{
    private const string Driver = "kiosk-xfs4iot";

    private XfsCapabilities? _capabilities;
    private XfsTree _status = XfsTree.Empty;
    private XfsStorage _storage = XfsStorage.Empty;
    private bool _isKnown;
    private IReadOnlyList<XfsSupply> _supplies = [];
    private IReadOnlyList<XfsAlarm> _alarms = [];

    private string? Class => XfsClasses.Of(_status) ?? _capabilities?.Class;

    private string Module => service ?? Class ?? "service";

    public DecodedFrame Take(ReadOnlyMemory<byte> line)
    {
        var read = XfsReader.Read(line);
        return read.Message is { } message
            ? new DecodedFrame { Type = message.Name, Fields = Xfs4IotFields.Of(message), Readings = [.. Bodies(message).Select(Reading)] }
            : DecodedFrame.Failed(read.Reason!, Why(read.Fault!));
    }

    private static string Why(string fault) => fault switch
    {
        XfsFaults.TooLarge => "The message is larger than 1 MiB.",
        XfsFaults.NotJson => "It is no JSON, or nested deeper than 32 levels, or a text in it is no Unicode.",
        XfsFaults.NotAnObject => "The message is JSON, but no object.",
        XfsFaults.DuplicateName => "Two members of one object have the same name.",
        XfsFaults.BadHeader => "It has no header with a type and a name.",
        XfsFaults.BadRequestId => "Its request id is no whole number from 1 on.",
        XfsFaults.UnknownType => "Its type is none of acknowledge, event, completion and unsolicited.",
        XfsFaults.UnexpectedCommand => "It is a command; a service gives none.",
        XfsFaults.Sensitive => "It belongs to an interface that carries data of persons; nothing of it was kept.",
        XfsFaults.TooManyValues => "Its payload has more than 16384 members and items.",
        _ => "It is none of the messages that are read.",
    };

    private IReadOnlyList<(Lane Lane, ReadingBody Body)> Bodies(XfsMessage message)
    {
        var before = _status;
        var stored = _storage;
        _capabilities = message.Capabilities ?? _capabilities;
        _status = message.Status ?? (message.Fact is { } fact ? _status.With(fact.Change) : _status);
        _storage = message.Storage ?? (message.Fact?.Storage is { } change ? _storage.With(change) : _storage);
        _isKnown |= message.Status is not null || message.Storage is not null;
        List<(Lane, ReadingBody)> bodies = [];
        if (message.Fact?.Error is { } error)
        {
            bodies.Add((Lane.Alarm, Xfs4IotBodies.Error(Module, error)));
        }

        if (_isKnown && (message.Status is not null || before.ChangesTo(_status).Count > 0 || !ReferenceEquals(stored, _storage)))
        {
            bodies.Add((Lane.Event, Xfs4IotBodies.Module(Module, Class, XfsHealth.Of(_status, _storage), before.IsEmpty ? null : before.ChangesTo(_status))));
        }

        bodies.AddRange(Supplies());
        bodies.AddRange(Alarms());
        return bodies;
    }

    /// <summary>Those that are another than before.</summary>
    private (Lane, ReadingBody)[] Supplies()
    {
        var before = _supplies;
        _supplies = XfsSupply.In(_status, _storage);
        return [.. _supplies.Except(before).Select(supply => (Lane.Event, (ReadingBody)Xfs4IotBodies.Consumable(Module, supply)))];
    }

    /// <summary>Those that begin or are another than before, then those that are over.</summary>
    private (Lane, ReadingBody)[] Alarms()
    {
        var view = XfsAlarmView.Of(_status, _storage.Units.Count > 0 ? _storage : null);
        var over = _alarms.Where(alarm => view.IsOver(alarm.Alarm, alarm.Name)).ToArray();
        var standing = _alarms.Except(over).ToArray();
        var loud = view.All.Where(alarm => !alarm.IsHushed).ToArray();
        var begun = loud.Except(standing).ToArray();
        _alarms = [.. loud, .. standing.ExceptBy(loud.Select(Key), Key)];
        return
        [
            .. begun.Select(alarm => (Lane.Alarm, (ReadingBody)Xfs4IotBodies.Alarm(Module, alarm, true))),
            .. over.Select(alarm => (Lane.Event, (ReadingBody)Xfs4IotBodies.Alarm(Module, alarm, false))),
        ];
    }

    private static (string, string) Key(XfsAlarm alarm) => (alarm.Alarm, alarm.Name);

    private Reading Reading((Lane Lane, ReadingBody Body) one) => new()
    {
        Device = device,
        Driver = Driver,
        Lane = one.Lane,
        Time = received,
        TimeFrom = TimeOrigin.Gateway,
        Received = received,
        Body = one.Body,
    };
}
