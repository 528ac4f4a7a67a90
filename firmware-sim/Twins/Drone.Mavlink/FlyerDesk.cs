using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>Does what a vehicle is ordered and says how it was taken (drone.md section 1.6).</summary>
/// <param name="voice">Of the vehicle.</param>
/// <param name="flight">Of the vehicle.</param>
/// <param name="home">Above mean sea level.</param>
public sealed class FlyerDesk(FlyerVoice voice, FlyerFlight flight, double home)
{
    private const byte Accepted = 0;
    private const byte TemporarilyRejected = 1;
    private const byte Denied = 2;
    private const byte Unsupported = 3;
    private const byte InProgress = 5;
    private const byte IntOnly = 8;
    private const byte RelativeAlt = 3;
    private const byte RelativeAltInt = 6;
    private const int NoLatitude = int.MaxValue;

    /// <summary>Orders that came, the last one behind; for tests and the ledger.</summary>
    public IReadOnlyList<ushort> Orders => _orders;

    /// <summary>A picture was ordered and is to be taken.</summary>
    public bool TakesPicture { get; set; }

    private readonly List<ushort> _orders = [];

    /// <returns>What it says to that; nothing for what is not for this vehicle.</returns>
    public IReadOnlyList<byte[]> Answer(in MavFrame frame, DateTimeOffset now)
    {
        (byte system, byte component) = (frame.System, frame.Component);
        switch (frame.MessageId)
        {
            case CommandLong.MsgId when frame.Read<CommandLong>() is var order && IsForUs(order.TargetSystem):
                return Answer(order, order.Command == (ushort)FlyerOrder.Reposition ? IntOnly : Do(order), system, component, now);
            case CommandInt.MsgId when frame.Read<CommandInt>() is var order && IsForUs(order.TargetSystem):
                return Answer(Long(order), order.Command == (ushort)FlyerOrder.Reposition ? GoTo(order) : Do(Long(order)), system, component, now);
            default:
                return [];
        }
    }

    private bool IsForUs(byte target) => target == 0 || target == voice.System;

    private List<byte[]> Answer(CommandLong order, byte result, byte system, byte component, DateTimeOffset now)
    {
        _orders.Add(order.Command);
        bool isCamera = order.TargetComponent == FlyerVoice.CameraComponent;
        var said = new List<byte[]>();
        if (order.Command == (ushort)FlyerOrder.TakeOff && result == Accepted)
        {
            said.Add(voice.Say(new CommandAck(order.Command, InProgress, 10, 0, system, component), now));
        }

        said.Add(voice.Say(new CommandAck(order.Command, result, 0, 0, system, component), now, isCamera));
        if (order.Command == (ushort)FlyerOrder.RequestMessage && result == Accepted)
        {
            said.Add(Requested((int)order.Param1, now)!);
        }

        return said;
    }

    private byte Do(CommandLong order)
    {
        switch ((FlyerOrder)order.Command)
        {
            case FlyerOrder.Arm:
                flight.Arm(order.Param1 >= 0.5f);
                return Accepted;
            case FlyerOrder.TakeOff:
                flight.TakeOff();
                return Accepted;
            case FlyerOrder.Return or FlyerOrder.Land or FlyerOrder.PauseContinue or FlyerOrder.SetMode or FlyerOrder.MissionStart:
                return Enter(order);
            case FlyerOrder.ImageStart:
                return TakePicture();
            case FlyerOrder.RequestMessage:
                return Requested((int)order.Param1, default) is null ? Denied : Accepted;
            case FlyerOrder.SetInterval:
                return Accepted;
            default:
                return Unsupported;
        }
    }

    private byte Enter(CommandLong order)
    {
        if (!flight.IsArmed)
        {
            return Denied;
        }

        flight.Enter((FlyerOrder)order.Command switch
        {
            FlyerOrder.Return => FlyerMode.Return,
            FlyerOrder.Land => FlyerMode.Land,
            FlyerOrder.PauseContinue => order.Param1 >= 0.5f ? FlyerMode.Mission : FlyerMode.Hold,
            FlyerOrder.SetMode => (FlyerMode)((uint)order.Param2 << 16 | (uint)order.Param3 << 24),
            _ => FlyerMode.Mission,
        });
        return Accepted;
    }

    private byte TakePicture()
    {
        if (TakesPicture)
        {
            return TemporarilyRejected;
        }

        TakesPicture = true;
        return Accepted;
    }

    private byte GoTo(CommandInt order)
    {
        if (!flight.IsArmed || order.X == NoLatitude || !float.IsFinite(order.Z))
        {
            return Denied;
        }

        flight.GoTo(order.X, order.Y, order.Frame is RelativeAlt or RelativeAltInt ? order.Z : order.Z - home);
        return Accepted;
    }

    private byte[]? Requested(int message, DateTimeOffset now) => message switch
    {
        HomePosition.MsgId => voice.Say(voice.Home(), now),
        AutopilotVersion.MsgId => voice.Say(new AutopilotVersion(0x2000 | 0x4, 0x42, 0x010F_0200, 0, 0, 0, 0, 0, default, default, default, default), now),
        Heartbeat.MsgId => voice.Say(voice.Beat(), now),
        _ => null,
    };

    private static CommandLong Long(CommandInt order) =>
        new(order.Param1, order.Param2, order.Param3, order.Param4, 0, 0, order.Z, order.Command, order.TargetSystem, order.TargetComponent, 0);
}
