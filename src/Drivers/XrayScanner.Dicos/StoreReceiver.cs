using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Drivers.Transport.Programs;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>
/// dcmtk's storescp for one association. It is run as by a super server (<c>--inetd</c>), on a connection that it is given: so it
/// opens no port that anybody else could reach, and everything in its folder is of this association.
/// </summary>
internal static class StoreReceiver
{
    private const string Program = "storescp";
    private const string Shell = "bash";

    /// <summary>Constant; what varies are its arguments. bash opens the connection and becomes storescp.</summary>
    private const string Connect = """port=$1; shift; exec "$@" <>"/dev/tcp/127.0.0.1/$port" >&0""";

    /// <exception cref="DeviceFaultException">A program is missing, and which package brings it.</exception>
    public static void CheckInstalled(IPrograms programs)
    {
        foreach (var (name, package) in new[] { (Program, "dcmtk"), (Shell, Shell), ("setpriv", "util-linux") })
        {
            if (programs.Find(name) is null)
            {
                throw new DeviceFaultException(FaultKind.Misconfigured, $"the program {name}, which receives from scanners, is not installed: apt-get install {package}");
            }
        }
    }

    /// <param name="transports">The host's.</param>
    /// <param name="options">Limits.</param>
    /// <param name="scratch">Where it puts files.</param>
    /// <param name="port">Where its connection is waited for.</param>
    /// <param name="ct">The end of the conversation.</param>
    public static Task<IProgram> StartAsync(DeviceTransports transports, StoreOptions options, IScratchFolder scratch, int port, CancellationToken ct)
    {
        var programs = transports.Programs!;
        string profile = scratch.Write(".profile", StoreProfile.Text(options.Classes));
        string idle = ((int)options.Idle.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return programs.StartAsync(
            new ProgramSettings(Shell,
            [
                "-c", Connect, Shell, port.ToString(CultureInfo.InvariantCulture),
                programs.Find(Program)!, "--inetd", "--quiet", "--output-directory", scratch.Path, "--config-file", profile, StoreProfile.Name,
                "--bit-preserving", "--unique-filenames", "--disable-host-lookup",
                "--max-pdu", options.MostPdu.ToString(CultureInfo.InvariantCulture), "--acse-timeout", "10", "--dimse-timeout", idle,
            ])
            {
                // A response is sent in two parts; without this the second may wait for the first to be acknowledged.
                Environment = new Dictionary<string, string> { ["TCP_NODELAY"] = "1" },
            },
            ct);
    }
}
