using System.ComponentModel;
using System.Diagnostics;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Transport.Programs;

/// <summary>Programs of this machine, which must run Linux: util-linux's <c>setpriv</c> makes sure that none outlives the gateway, however that ends.</summary>
/// <param name="time">Whose clock measures.</param>
/// <param name="log">Where starts and ends are told.</param>
public sealed class LocalPrograms(TimeProvider time, ILogger log) : IPrograms
{
    private const string Wrapper = "setpriv";
    private const int NotThere = 2; // ENOENT
    private const int NotAllowed = 13; // EACCES

    public string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    public async Task<IProgram> StartAsync(ProgramSettings settings, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(Find(Wrapper) ?? throw Missing(Wrapper, "util-linux"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in (string[])["--pdeathsig", "KILL", "--", Find(settings.Name) ?? throw Missing(settings.Name, settings.Name), .. settings.Arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in settings.Environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return new RunningProgram(settings, await StarterThread.StartAsync(start).ConfigureAwait(false), time, log);
        }
        catch (Win32Exception e)
        {
            throw NotStarted(settings.Name, e);
        }
    }

    /// <summary>A program that is not there or must not be run stays so; that the machine has no memory, processes or handles left passes.</summary>
    public static DeviceFaultException NotStarted(string name, Win32Exception e) =>
        new(e.NativeErrorCode is NotThere or NotAllowed ? FaultKind.Misconfigured : FaultKind.Busy, $"{name} cannot be started: {e.Message}.", inner: e);

    private static DeviceFaultException Missing(string name, string package) =>
        new(FaultKind.Misconfigured, $"the program {name} is not installed: apt-get install {package}");
}
