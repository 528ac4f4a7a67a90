using System.Globalization;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Drones;

/// <summary>The vehicle of <c>vehicle.cjs</c>, which speaks with npm's node-mavlink.</summary>
internal static class NodeVehicle
{
    /// <param name="port">Where the gateway listens.</param>
    /// <param name="system">Its system id.</param>
    /// <param name="key">64 hex digits; null: it does not sign.</param>
    /// <param name="autopilot">MAV_AUTOPILOT.</param>
    public static async Task<ChildProcess> StartAsync(int port, int system, string? key = null, int autopilot = 12)
    {
        string script = Path.Combine(Binaries.Root, "tests", "EdgeGateway.EndToEnd", "Drones", "vehicle.cjs");
        string[] arguments = [script, Number(port), Number(system), key ?? "-", Number(autopilot)];
        return ChildProcess.Start(Binaries.Tool("node"), arguments, new Dictionary<string, string> { ["NODE_PATH"] = await ModulesAsync() });
    }

    /// <summary>As <c>test.sh</c> finds or installs them.</summary>
    private static async Task<string> ModulesAsync()
    {
        await using var finding = ChildProcess.Start(Binaries.Tool("bash"), ["-c", $". '{Path.Combine(Binaries.Root, "scripts", "tools.sh")}' && need_node_mavlink"]);
        int code = await finding.ExitAsync(TimeSpan.FromMinutes(3));
        return code == 0 ? finding.Lines.Last(line => line.EndsWith("node_modules", StringComparison.Ordinal)) : throw new InvalidOperationException(finding.Output);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
