using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Rcp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>From radio control to readings: calls, levels and states (pdt-radio.md sections 8 and 16).</summary>
internal static class RcpReadings
{
    private const ushort Sleep = 5;

    public static IEnumerable<Reading> Of(RcpContent content, RadioEnvelope envelope) => content switch
    {
        RcpCallStatus call when PhaseOf(call.Process) is { } phase => [envelope.Wrap(Call(call, phase, envelope), Lane.Event)],
        RcpRepeaterStatus repeater => [Repeater(repeater, envelope)],
        RcpStatusReport { Item: RcpStatusItem.Rssi } report => [envelope.Wrap(new RadioSignalBody { Scale = "rcp-bars", Value = report.Value }, Lane.Telemetry)],
        RcpStatusReport { Item: RcpStatusItem.Emergency or RcpStatusItem.ManDown } => [],
        RcpStatusReport report => [envelope.Wrap(new RadioStatusBody { Item = ItemOf(report.Item), Value = report.Value }, Lane.Event)],
        RcpReadParameterReply { Result: 0, Parameter: RcpParameter.Rssi } level => [envelope.Wrap(Level(level.Value), Lane.Telemetry)],
        RcpReadParameterReply { Result: 0, Parameter: RcpParameter.ChannelMode } mode =>
            [envelope.Wrap(new RadioStatusBody { Item = "channelMode", Value = mode.Value, Text = RcpNames.ChannelMode(mode.Value) }, Lane.Event)],
        _ => [],
    };

    /// <summary>What kind of call, in the product's words.</summary>
    public static string CallTypeOf(RcpCallType type, bool duplex = false) => type switch
    {
        RcpCallType.EmergencyGroup or RcpCallType.EmergencyAlarm or RcpCallType.EmergencyAlarmCall => "emergency",
        _ when duplex => "duplex",
        RcpCallType.Private or RcpCallType.PriorityPrivate => "private",
        RcpCallType.Group or RcpCallType.PriorityGroup => "group",
        RcpCallType.All or RcpCallType.PriorityAll => "all",
        _ => "other",
    };

    /// <summary>Whom an address of such a call names; alarms go to radios or groups and do not say which.</summary>
    public static string TargetKindOf(RcpCallType type) => type switch
    {
        RcpCallType.Group or RcpCallType.PriorityGroup or RcpCallType.EmergencyGroup => RadioIdentity.Group,
        RcpCallType.All or RcpCallType.PriorityAll => RadioIdentity.All,
        RcpCallType.EmergencyAlarm or RcpCallType.EmergencyAlarmCall or > RcpCallType.Disable or RcpCallType.Dispatch or RcpCallType.Pc => UnknownKind,
        _ => RadioIdentity.Individual,
    };

    /// <summary>Kind of an address that the protocol leaves open.</summary>
    public const string UnknownKind = "unknown";

    private static string? PhaseOf(RcpProcess process) => process switch
    {
        RcpProcess.Voice or RcpProcess.WaitingDuplex or RcpProcess.Duplex or RcpProcess.EmergencyInSilence => "start",
        RcpProcess.HangTime => "hang",
        RcpProcess.Ended or RcpProcess.EmergencyLeft => "end",
        _ => null,
    };

    private static string? PhaseOf(ushort status) => status switch
    {
        0 or 2 or 6 or 0x0B => "start",
        1 or 3 or 4 or 7 or 9 or 0x0C or 0x0E => "hang",
        8 or 0x0A or 0x0D or 0x0F => "end",
        _ => null,
    };

    private static RadioCallBody Call(RcpCallStatus call, string phase, RadioEnvelope envelope)
    {
        long? caller = RadioKeys.RadioOf(envelope.Heard);
        return new RadioCallBody
        {
            Caller = caller is { } id and not 0 ? envelope.Via.Who(id, RadioIdentity.Individual) : null,
            Target = envelope.Via.Who(call.Target & RadioIp.HighestId, TargetKindOf(call.CallType)),
            CallType = CallTypeOf(call.CallType, call.Process is RcpProcess.Duplex or RcpProcess.WaitingDuplex),
            CallTypeRaw = (int)call.CallType,
            Phase = phase,
        };
    }

    private static Reading Repeater(RcpRepeaterStatus repeater, RadioEnvelope envelope)
    {
        bool nobody = repeater is { Sender: 0, Target: 0 };
        if (PhaseOf(repeater.Status) is not { } phase || nobody)
        {
            return envelope.Wrap(new RadioStatusBody { Item = "repeater", Value = repeater.Status, Text = repeater.Status == Sleep ? "sleep" : null }, Lane.Event);
        }

        return envelope.Wrap(
            new RadioCallBody
            {
                Caller = repeater.Sender > 0 ? envelope.Via.Who(repeater.Sender & RadioIp.HighestId, RadioIdentity.Individual) : null,
                Target = envelope.Via.Who(repeater.Target & RadioIp.HighestId, TargetKindOf(repeater.CallType)),
                CallType = CallTypeOf(repeater.CallType),
                CallTypeRaw = repeater.CallTypeRaw,
                Phase = phase,
                Service = repeater.Carries is 0 or 1 ? null : RcpNames.Carried(repeater.Carries) ?? FormattableString.Invariant($"service-{repeater.Carries}"),
            },
            Lane.Event);
    }

    private static RadioSignalBody Level(int value)
    {
        int? level = value == RcpReadParameterReply.NoSignal ? null : value;
        return new RadioSignalBody { Scale = "rcp-dbm", Value = level, Dbm = level };
    }

    private static string ItemOf(RcpStatusItem item) => WireName.Of(item) ?? FormattableString.Invariant($"item-{(int)item}");
}
