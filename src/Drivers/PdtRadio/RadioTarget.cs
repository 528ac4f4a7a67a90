using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Whom a command is for.</summary>
internal static class RadioTarget
{
    /// <returns>Whether <c>kind</c> is <c>group</c>; null when it is neither that nor <c>individual</c>.</returns>
    public static bool? IsGroup(this JsonElement args) => args.Word("kind") switch { "individual" => false, "group" => true, _ => null };
}
