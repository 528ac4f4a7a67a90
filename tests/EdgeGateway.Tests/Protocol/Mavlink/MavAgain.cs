using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Tests.Protocol.Mavlink;

/// <summary>Reads a message and writes it again, by its id; and what it read, for a look at the properties.</summary>
internal static class MavAgain
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    private static readonly Dictionary<int, Func<MavFrame, MavWriter, (object Message, byte[] Frame)>> s_ways = new()
    {
        [Heartbeat.MsgId] = Way<Heartbeat>,
        [SysStatus.MsgId] = Way<SysStatus>,
        [SystemTime.MsgId] = Way<SystemTime>,
        [GpsRawInt.MsgId] = Way<GpsRawInt>,
        [Attitude.MsgId] = Way<Attitude>,
        [GlobalPositionInt.MsgId] = Way<GlobalPositionInt>,
        [MissionCurrent.MsgId] = Way<MissionCurrent>,
        [MissionItemReached.MsgId] = Way<MissionItemReached>,
        [VfrHud.MsgId] = Way<VfrHud>,
        [CommandInt.MsgId] = Way<CommandInt>,
        [CommandLong.MsgId] = Way<CommandLong>,
        [CommandAck.MsgId] = Way<CommandAck>,
        [CommandCancel.MsgId] = Way<CommandCancel>,
        [RadioStatus.MsgId] = Way<RadioStatus>,
        [BatteryStatus.MsgId] = Way<BatteryStatus>,
        [AutopilotVersion.MsgId] = Way<AutopilotVersion>,
        [HomePosition.MsgId] = Way<HomePosition>,
        [MessageInterval.MsgId] = Way<MessageInterval>,
        [ExtendedSysState.MsgId] = Way<ExtendedSysState>,
        [StatusText.MsgId] = Way<StatusText>,
        [CameraImageCaptured.MsgId] = Way<CameraImageCaptured>,
        [OpenDroneIdBasicId.MsgId] = Way<OpenDroneIdBasicId>,
        [OpenDroneIdLocation.MsgId] = Way<OpenDroneIdLocation>,
        [OpenDroneIdSelfId.MsgId] = Way<OpenDroneIdSelfId>,
        [OpenDroneIdSystem.MsgId] = Way<OpenDroneIdSystem>,
        [OpenDroneIdOperatorId.MsgId] = Way<OpenDroneIdOperatorId>,
        [OpenDroneIdMessagePack.MsgId] = Way<OpenDroneIdMessagePack>,
        [OpenDroneIdArmStatus.MsgId] = Way<OpenDroneIdArmStatus>,
    };

    public static IReadOnlyCollection<int> Ids => s_ways.Keys;

    public static (object Message, byte[] Frame) Of(MavFrame frame, MavWriter writer) => s_ways[frame.MessageId](frame, writer);

    private static (object Message, byte[] Frame) Way<T>(MavFrame frame, MavWriter writer)
        where T : struct, IMavMessage<T>
    {
        var message = frame.Read<T>();
        return (message, writer.Write(message, Now));
    }
}
