using System.CommandLine;
using System.Net;
using System.Text.Json;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Radio;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.XrayScanner.Dicos;
using EdgeGateway.Sim.Viid;

namespace EdgeGateway.Sim.Verbs;

/// <summary><c>edgesim twin DRIVER [options]</c>: one device by hand.</summary>
public static class TwinVerb
{
    private static readonly string[] s_names =
    [
        DeviceReader.HikvisionAnpr,
        DeviceReader.DahuaAnpr,
        DeviceReader.ViidCamera,
        DeviceReader.ViidLibrary,
        DeviceReader.HyteraRadio,
        DeviceReader.HyteraRepeater,
        DeviceReader.XrayDicos,
        DeviceReader.XrayModbus,
        DeviceReader.BarcodeReader,
        CabinetReader.Cabinet,
        CabinetReader.UpsNut,
        FlyerReader.DroneMavlink,
    ];

    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = $"Driver it is made for: {string.Join(", ", s_names)}." };
        name.AcceptOnlyFromAmong(s_names);
        var id = new Option<string>("--id") { DefaultValueFactory = _ => "cam-01", Description = "Device id." };
        var target = new Option<string?>("--target") { Description = "Push: http://host:port/{device}/{token}; GA/T 1400: http://host:port; xray-dicos: address:port of a DICOM receiver; drone-mavlink: address:port that hears datagrams." };
        var listen = new Option<string?>("--listen") { Description = "Pull, a library, a radio: address:port to listen on; a repeater: the port of RRS on slot 1, such as 127.0.0.1:30001." };
        (Option<string> wire, Option<string?> port) = TypedRadio.Options();
        Option<string?> folder = TypedCabinet.Option();
        var user = new Option<string?>("--user") { Description = "Default admin; GA/T 1400: the device's own code." };
        var password = new Option<string>("--password") { DefaultValueFactory = _ => "" };
        var profile = new Option<string?>("--profile") { Description = "Profile file (JSON)." };
        var rate = new Option<double>("--rate") { DefaultValueFactory = _ => 1, Description = "Passages a second." };
        var count = new Option<long>("--count") { DefaultValueFactory = _ => long.MaxValue, Description = "Most passages." };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1 };
        var ledger = new Option<string?>("--ledger");
        var verb = new Command("twin", "One simulated device by hand.") { name, id, target, listen, wire, port, folder, user, password, profile, rate, count, seed, ledger };
        verb.SetAction(async (parse, ct) =>
        {
            var mistakes = new List<Mistake>();
            string? address = parse.GetValue(listen);
            var typed = new TypedRadio(parse.GetRequiredValue(name), parse.GetRequiredValue(id), address, parse.GetRequiredValue(wire), parse.GetValue(port), parse.GetValue(count));
            string? file = parse.GetValue(profile);
            var said = new TypedPlace(address, parse.GetValue(folder), parse.GetValue(target), parse.GetValue(rate));
            ScenarioDevice device = NoCamera(typed, said, file, mistakes)
                ?? Camera(typed, said, file, parse.GetValue(user), parse.GetRequiredValue(password), mistakes);
            return await PlayAsync(device, mistakes, parse.GetValue(seed), parse.GetValue(ledger), ct).ConfigureAwait(false);
        });
        return verb;
    }

    /// <returns>Null when it is a camera, or a library that stands for cameras.</returns>
    private static ScenarioDevice? NoCamera(TypedRadio typed, TypedPlace said, string? file, List<Mistake> mistakes)
    {
        var scanner = new TypedScanner(typed.Driver, typed.Id, said.Folder, said.Target, said.Rate, typed.Count);
        var line = new TypedLine(typed.Driver, typed.Id, said.Listen, typed.Port, typed.Count);
        var cabinet = new TypedCabinet(typed.Driver, typed.Id, said.Listen, said.Folder, typed.Count);
        var flyer = new TypedFlyer(typed.Driver, typed.Id, said.Target, said.Listen, typed.Port, typed.Count);
        return flyer.IsFlyer ? flyer.Device(file, mistakes)
            : scanner.IsScanner ? scanner.Device(Profile(file, ScannerProfileReader.Read, mistakes), mistakes)
            : TypedLine.Is(typed.Driver) ? line.Device(file, mistakes)
            : cabinet.IsCabinet ? cabinet.Device(Section(file, mistakes), mistakes)
            : typed.IsRadio ? typed.Device(Profile(file, RadioProfileReader.Read, mistakes), mistakes)
            : null;
    }

    /// <returns>A camera, or a library that stands for cameras.</returns>
    private static CameraDevice Camera(TypedRadio typed, TypedPlace said, string? file, string? user, string password, List<Mistake> mistakes) =>
        Checked(Said(typed.Driver, file, mistakes) with
        {
            Id = typed.Id,
            Mode = said.Listen is null ? DeviceMode.Push : DeviceMode.Pull,
            Rate = said.Rate,
            Count = typed.Count,
            Url = Uri.TryCreate(said.Target, UriKind.Absolute, out Uri? url) ? url : null,
            Listen = IPEndPoint.TryParse(said.Listen ?? "", out IPEndPoint? end) ? end : null,
            Password = password,
        }, user, mistakes);

    private static async Task<int> PlayAsync(ScenarioDevice device, List<Mistake> mistakes, ulong seed, string? ledger, CancellationToken ct)
    {
        if (mistakes.Count > 0)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', mistakes)).ConfigureAwait(false);
            return Exit.BadArguments;
        }

        return await RunVerb.PlayAsync(new Scenario { Seed = seed, Devices = [device] }, ledger, ct).ConfigureAwait(false);
    }

    /// <summary>What driver and profile say of the device.</summary>
    private static CameraDevice Said(string driver, string? file, List<Mistake> mistakes)
    {
        if (driver is DeviceReader.HikvisionAnpr or DeviceReader.DahuaAnpr)
        {
            return new CameraDevice { Id = "", Driver = driver, Mode = DeviceMode.Push, Profile = Profile(file, CameraProfileReader.Read, mistakes), Rate = 1, Count = 1, User = "admin" };
        }

        ViidProfile viid = Profile(file, ViidProfileReader.Read, mistakes);
        return new CameraDevice { Id = "", Driver = driver, Mode = DeviceMode.Push, Profile = CameraReader.Pace(viid), Viid = viid, Rate = 1, Count = 1, User = viid.DeviceId };
    }

    private static T Profile<T>(string? file, Func<JsonSection, T> read, List<Mistake> mistakes)
        where T : new()
    {
        JsonElement? root = file is null ? null : JsonFile.Read(file, "--profile", mistakes);
        return root is { } json ? read(new JsonSection(json, "", mistakes)) : new T();
    }

    private static JsonSection Section(string? file, List<Mistake> mistakes) =>
        new((file is null ? null : JsonFile.Read(file, "--profile", mistakes)) ?? default, "", mistakes);

    private static CameraDevice Checked(CameraDevice device, string? user, List<Mistake> mistakes)
    {
        Check(device, mistakes);
        return device with { User = user ?? device.User };
    }

    private static void Check(CameraDevice device, List<Mistake> mistakes)
    {
        if (device.Viid is not null && device.Url is not { Scheme: "http" })
        {
            mistakes.Add(new Mistake("--target", "give --target http://host:port of the gateway's inbox"));
        }
        else if (device.Driver == DeviceReader.ViidLibrary && device.Listen is null)
        {
            mistakes.Add(new Mistake("--listen", "give --listen address:port, where the library is subscribed to"));
        }
        else if (device.Listen is null && device.Url is not { Scheme: "http" })
        {
            mistakes.Add(new Mistake("--target", "give --target http://host:port/{device}/{token} to push, or --listen address:port to be pulled"));
        }

        if (device.Rate <= 0)
        {
            mistakes.Add(new Mistake("--rate", "must be above 0"));
        }
    }
}
