using System.CommandLine;

namespace EdgeGateway.Sim.Verbs;

/// <summary>What can be typed of one device.</summary>
internal sealed class TwinOptions
{
    private readonly Argument<string> _name = new("name") { Description = $"Driver it is made for: {string.Join(", ", s_names)}." };
    private readonly Option<string> _id = new("--id") { DefaultValueFactory = _ => "cam-01", Description = "Device id." };
    private readonly Option<string?> _target = new("--target") { Description = "Push: http://host:port/{device}/{token}; GA/T 1400: http://host:port; xray-dicos: address:port of a DICOM receiver; drone-mavlink: address:port that hears datagrams; drone-dji, robot-vda5050, generic-mqtt: mqtt://host:port of the site's broker; kiosk-application: http://host:port/{device}/{token}." };
    private readonly Option<string?> _listen = new("--listen") { Description = "Pull, a library, a radio: address:port to listen on; a repeater: the port of RRS on slot 1, such as 127.0.0.1:30001." };
    private readonly Option<string> _wire = new("--wire") { DefaultValueFactory = _ => "tcp", Description = "hytera-radio with --listen: tcp (a serial server) or udp." };
    private readonly Option<string?> _port = new("--port") { Description = "hytera-radio, xray-modbus, barcode-reader, drone-mavlink: make a serial line under this name, such as /tmp/radio." };
    private readonly Option<string?> _folder = new("--folder") { Description = "cabinet, xray-dicos, kiosk-application: the folder that shows it, such as /tmp/cabinet." };
    private readonly Option<string?> _user = new("--user") { Description = "Default admin; GA/T 1400: the device's own code." };
    private readonly Option<string> _password = new("--password") { DefaultValueFactory = _ => "" };
    private readonly Option<string?> _profile = new("--profile") { Description = "Profile file (JSON)." };
    private readonly Option<double> _rate = new("--rate") { DefaultValueFactory = _ => 1, Description = "Passages a second." };
    private readonly Option<long> _count = new("--count") { DefaultValueFactory = _ => long.MaxValue, Description = "Most passages." };

    private static readonly string[] s_names = [.. TwinKinds.All.Select(kind => kind.Driver)];

    public TwinOptions()
    {
        _name.AcceptOnlyFromAmong(s_names);
        _wire.AcceptOnlyFromAmong("tcp", "udp");
    }

    public void AddTo(Command verb)
    {
        verb.Add(_name);
        foreach (Option option in (Option[])[_id, _target, _listen, _wire, _port, _folder, _user, _password, _profile, _rate, _count])
        {
            verb.Add(option);
        }
    }

    public TypedTwin Read(ParseResult parse) => new()
    {
        Driver = parse.GetRequiredValue(_name),
        Id = parse.GetRequiredValue(_id),
        Listen = parse.GetValue(_listen),
        Target = parse.GetValue(_target),
        Folder = parse.GetValue(_folder),
        Wire = parse.GetRequiredValue(_wire),
        Port = parse.GetValue(_port),
        Rate = parse.GetValue(_rate),
        Count = parse.GetValue(_count),
        User = parse.GetValue(_user),
        Password = parse.GetRequiredValue(_password),
        File = parse.GetValue(_profile),
    };
}
