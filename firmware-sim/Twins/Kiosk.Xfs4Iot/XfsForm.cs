using System.Text.Json.Nodes;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>What a service is: its class, its status while all is well, its storage.</summary>
/// <param name="Name">As in its address.</param>
/// <param name="Class">Interface of its device class.</param>
/// <param name="Status">While all is well, <c>common</c> included.</param>
/// <param name="Storage">Its units; null when it has none.</param>
internal sealed record XfsForm(string Name, string Class, JsonObject Status, JsonObject? Storage = null)
{
    private static readonly string[] s_old = ["1.0"];
    private static readonly string[] s_new = ["2.0", "3.0"];
    private static readonly string[] s_storage = ["2.0", "2.1"];

    public IReadOnlyList<string> Interfaces { get; } = Storage is null ? ["Common", Class] : ["Common", Class, "Storage"];

    /// <summary>What a client must have been answered to know all of it.</summary>
    public IReadOnlyList<string> Lessons { get; } = Storage is null ? ["Common.Status", "Common.Capabilities"] : ["Common.Status", "Common.Capabilities", "Storage.GetStorage"];

    /// <returns>Versions of a command that are taken.</returns>
    public IReadOnlyList<string> Versions(string command, bool old) => old ? s_old : command == "Storage.GetStorage" ? s_storage : s_new;

    public JsonObject Capabilities(bool old)
    {
        var interfaces = new JsonArray(
            Interface("Common", old, "Common.Capabilities", "Common.Status", "Common.Cancel"),
            Interface(Class, old, [.. Deeds.Select(deed => $"{Class}.{deed}")]));
        if (Storage is not null)
        {
            interfaces.Add(Interface("Storage", old, "Storage.GetStorage", "Storage.SetStorage"));
        }

        return new JsonObject
        {
            ["interfaces"] = interfaces,
            ["common"] = new JsonObject { ["deviceInformation"] = new JsonArray(new JsonObject { ["modelName"] = $"Twin {Name}", ["serialNumber"] = $"SN-{Name}", ["modelDescription"] = Class }), ["powerSaveControl"] = false },
        };
    }

    /// <summary>What a kiosk's own software asks of such a device, and a gateway never.</summary>
    private string[] Deeds => Class switch
    {
        "CardReader" => ["ReadRawData", "Move", "ChipIO"],
        "Printer" => ["PrintRaw", "Reset"],
        "Camera" => ["TakePicture"],
        "BarcodeReader" or "Biometric" => ["Read"],
        _ => ["Reset"],
    };

    private JsonObject Interface(string name, bool old, params IReadOnlyList<string> commands)
    {
        var known = new JsonObject();
        foreach (string command in commands)
        {
            known[command] = new JsonObject { ["versions"] = new JsonArray([.. Versions(command, old).Select(static version => (JsonNode)version)]) };
        }

        return new JsonObject { ["name"] = name, ["commands"] = known, ["events"] = new JsonObject() };
    }
}
