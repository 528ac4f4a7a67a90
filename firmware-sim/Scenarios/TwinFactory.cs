using EdgeGateway.Sim.Cabinets;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Ports;
using EdgeGateway.Sim.Radio;
using EdgeGateway.Sim.Traffic;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.BarcodeReader.Line;
using EdgeGateway.Sim.Twins.Cabinet.Linux;
using EdgeGateway.Sim.Twins.Cabinet.Nut;
using EdgeGateway.Sim.Twins.Drone.Mavlink;
using EdgeGateway.Sim.Twins.PatrolRobot.Vda5050;
using EdgeGateway.Sim.Twins.PdtRadio.Hytera;
using EdgeGateway.Sim.Twins.PdtRadio.HyteraRepeater;
using EdgeGateway.Sim.Twins.PdtRadio.Nmea;
using EdgeGateway.Sim.Twins.PlateCamera.Dahua;
using EdgeGateway.Sim.Twins.PlateCamera.Hikvision;
using EdgeGateway.Sim.Twins.PlateCamera.Viid;
using EdgeGateway.Sim.Twins.PlateLibrary.Viid;
using EdgeGateway.Sim.Twins.XrayScanner.Dicos;
using EdgeGateway.Sim.Twins.XrayScanner.Modbus;
using EdgeGateway.Sim.Viid;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Builds the twin of a device; one method for each driver.</summary>
public static class TwinFactory
{
    public static TroubledTwin Twin(ScenarioDevice device, RunFrame run) => device switch
    {
        CameraDevice camera => Camera(camera, run),
        RadioDevice radio => Radio(radio, run),
        ReceiverDevice receiver => Receiver(receiver, run),
        ScannerDevice scanner => Scanner(scanner, run),
        InspectionDevice scanner => InspectionTwins.Of(scanner, run),
        BeltDevice belt => Belt(belt, run),
        BarcodeDevice reader => Barcode(reader, run),
        CabinetDevice cabinet => Cabinet(cabinet, run),
        UpsDevice ups => Ups(ups, run),
        FlyerDevice flyer => Flyer(flyer, run),
        RobotDevice robot => Robot(robot, run),
        DockDevice dock => DockReader.Twin(dock, run),
        SensorDevice sensor => SensorReader.Twin(sensor, run),
        XfsKioskDevice kiosk => KioskReader.Twin(kiosk, run),
        SoftwareKioskDevice kiosk => KioskReader.Twin(kiosk, run),
        SnmpDevice agent => SnmpReader.Twin(agent, run),
        _ => throw new NotSupportedException($"no twin for {device.Driver}"),
    };

    private static TroubledTwin Radio(RadioDevice device, RunFrame run)
    {
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, run.Start);
        var plan = new RadioPlan(device.Id, device.Profile, run.Seed, run.Start, run.End, device.Count) { Ledger = run.Ledger, Time = run.Time, Trouble = trouble, Air = run.Air };
        RadioTwin twin = device.Wire switch
        {
            RadioWire.Repeater => HyteraRepeaterTwin.Of(plan, device.Listen!),
            RadioWire.Udp => HyteraRadioTwin.Of(plan, new UdpBytePort(device.Listen!, HrnpBytes.IsConnect)),
            RadioWire.Tcp => HyteraRadioTwin.Of(plan, new TcpBytePort(device.Listen!)),
            _ => HyteraRadioTwin.Of(plan, new PtyBytePort(device.Port!, IsDown(trouble, run.Time), run.Time)),
        };
        return new(twin, trouble);
    }

    private static TroubledTwin Receiver(ReceiverDevice device, RunFrame run)
    {
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, run.Start);
        INmeaPort port = device.Listen is { } listen ? new NmeaTcpPort(listen) : new NmeaTtyPort(device.Port!);
        return new(new NmeaTwin(new NmeaPlan(device.Id, device.Profile, run.Seed, run.Start, run.End, device.Count), port, trouble, run.Ledger, run.Time), trouble);
    }

    private static TroubledTwin Scanner(ScannerDevice device, RunFrame run)
    {
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, run.Start);
        IScannerWire wire = device.Store is { } to ? new StoreWire(to, device.Profile.Title, device.Profile.Called) : new FolderWire(device.Folder!, device.Profile.Renames, run.Time);
        var plan = new ScannerPlan(device.Id, device.Profile, device.Line ?? device.Id, device.Rate, run.Seed, run.Start, run.End, device.Count);
        return new(new ScannerTwin(plan, wire, trouble, run.Ledger, run.Time), trouble);
    }

    private static TroubledTwin Belt(BeltDevice device, RunFrame run)
    {
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, run.Start);
        var plan = new BeltPlan(device.Id, device.Profile, run.Seed, run.Start, run.End, device.Count, run.Ledger);
        IBeltWire wire = device.Listen is { } listen ? new BeltTcpWire(listen, device.Profile, IsDown(trouble, run.Time), run.Time) : new BeltRtuWire(Line(device, trouble, run), device.Profile, run.Time);
        return new(new XrayModbusTwin(plan, wire, trouble, run.Time), trouble);
    }

    private static TroubledTwin Barcode(BarcodeDevice device, RunFrame run)
    {
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, run.Start);
        var plan = new BarcodePlan(device.Id, device.Profile, run.Seed, run.Start, run.End, device.Count);
        return new(new BarcodeTwin(plan, Line(device, trouble, run), trouble, run.Ledger, run.Time), trouble);
    }

    private static IBytePort Line(LineDevice device, DeviceTrouble trouble, RunFrame run) =>
        device.Listen is { } listen ? new TcpBytePort(listen) : new PtyBytePort(device.Port!, IsDown(trouble, run.Time), run.Time);

    private static Func<bool> IsDown(DeviceTrouble trouble, TimeProvider time) => () => trouble.DownUntil(time.GetUtcNow()) > time.GetUtcNow();

    private static TroubledTwin Cabinet(CabinetDevice device, RunFrame run)
    {
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, run.Start);
        return new(new CabinetTwin(new CabinetTree(device.Folder), device.Profile, trouble, run.End, run.Time, new CabinetWitness(device.Id, run.Ledger, device.Profile.Noticed, run.Time)), trouble);
    }

    private static TroubledTwin Ups(UpsDevice device, RunFrame run)
    {
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, run.Start);
        return new(new NutTwin(device.Listen!, device.Profile, trouble, run.End, run.Time, new CabinetWitness(device.Id, run.Ledger, device.Profile.Noticed, run.Time)), trouble);
    }

    private static TroubledTwin Flyer(FlyerDevice device, RunFrame run)
    {
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, run.Start);
        var plan = new FlyerPlan(device.Id, device.Profile, run.Seed, run.Start, run.End, device.Count);
        IBytePort port = device.Target is { } target ? new UdpCallPort(target) : Line(device, trouble, run);
        return new(new MavlinkTwin(plan, port, trouble, run.Ledger, run.Time), trouble);
    }

    private static TroubledTwin Robot(RobotDevice device, RunFrame run)
    {
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, run.Start);
        var plan = new RobotPlan(device.Id, device.Profile, run.Start, run.End, device.Count);
        return new(new PatrolRobotTwin(plan, device.Broker, trouble, run.Ledger, run.Time), trouble);
    }

    private static TroubledTwin Camera(CameraDevice device, RunFrame run)
    {
        var trouble = new CameraTrouble(device.Profile, run.Start);
        var plan = new CameraPlan(device.Id, device.Profile, run.Start, run.End, device.Count);
        var traffic = new PassageSource(run.Seed, device.Id, plan.Start, device.Rate, device.Traffic);
        ICameraWire wire = device.Driver switch
        {
            DeviceReader.ViidCamera => ViidCamera(device, run.Seed, trouble, run.Ledger, run.Time),
            DeviceReader.ViidLibrary => LowerLibrary(device, run.Seed, trouble, run.Ledger, run.Time),
            DeviceReader.DahuaAnpr => DahuaTwin.Wire(device, run.Seed, trouble, run.Ledger, run.Time),
            _ => Hikvision(device, run.Seed, trouble, run.Ledger, run.Time),
        };
        return new(new PlateCameraTwin(plan, traffic, wire, trouble, run.Time), trouble);
    }

    private static ICameraWire Hikvision(CameraDevice device, ulong seed, CameraTrouble trouble, ITruthLedger ledger, TimeProvider time)
    {
        var voice = new CameraVoice(device.Id, device.Profile, stream: device.Mode == DeviceMode.Pull);
        return device.Mode == DeviceMode.Push
            ? new PushWire(voice, device.Profile, device.Url!, trouble, ledger, time)
            : new PullWire(voice, device.Profile, Server(device, voice, seed, time), trouble, ledger, time);
    }

    private static ViidWire ViidCamera(CameraDevice device, ulong seed, CameraTrouble trouble, ITruthLedger ledger, TimeProvider time) =>
        new(new ViidVoice(device.Id, device.Viid!), device.Viid!, Session(device, seed, time), trouble, ledger, time);

    private static LowerLibraryWire LowerLibrary(CameraDevice device, ulong seed, CameraTrouble trouble, ITruthLedger ledger, TimeProvider time)
    {
        var gate = new DigestGate(DigestPolicy.Qop, device.User, device.Password, Nonces(device, seed, time), time);
        var desk = new SubscriptionDesk(device.Password.Length == 0 ? null : gate, time);
        return new LowerLibraryWire(new ViidVoice(device.Id, device.Viid!), device.Viid!, Session(device, seed, time), device.Listen!, desk, trouble, ledger, time);
    }

    private static ViidSession Session(CameraDevice device, ulong seed, TimeProvider time) =>
        new(device.Viid!, device.Url!, device.User, device.Password, Nonces(device, seed, time));

    private static ulong Nonces(CameraDevice device, ulong seed, TimeProvider time) =>
        SeededRandom.For(seed ^ (ulong)time.GetUtcNow().Ticks, device.Id, -1).Next();

    private static AlertStreamServer Server(CameraDevice device, CameraVoice voice, ulong seed, TimeProvider time) =>
        new AlertStreamServer(device.Listen!, voice.ContentType, new DigestGate(device.Profile.Digest, device.User, device.Password, Nonces(device, seed, time), time));
}
