using System.Text.Json.Nodes;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>The phone book of the kiosk (kiosk.md section 1.1).</summary>
/// <param name="address">What service addresses begin with, up to the prefix.</param>
/// <param name="services">Their names.</param>
/// <param name="profile">Whether it is an old one.</param>
internal sealed class XfsPublisher(Func<string> address, IReadOnlyList<string> services, XfsKioskProfile profile) : XfsDesk("", ["ServicePublisher", "Common"])
{
    protected override XfsReply Reply(XfsCommand command)
    {
        string version = profile.Old ? "1.0" : "2.0";
        if (command.Version != version)
        {
            // Where a device service says unsupportedCommand, the publisher speaks of an error of its own.
            return new(XfsEnd.WrongVersion, XfsText.Completion(command, version, "internalError", null, $"{command.Name} Command version ({command.Version}) is not supported by the service."));
        }

        if (command.Name != "ServicePublisher.GetServices")
        {
            return new(XfsEnd.Failed, XfsText.Completion(command, version, "unsupportedCommand", null));
        }

        byte[] completion = XfsText.Completion(command, version, "success", Book());
        return profile.Old ? new(XfsEnd.Done, completion) : new(XfsEnd.Done, completion, XfsText.Event(command, "ServicePublisher.ServiceDetailEvent", version, Book()));
    }

    private JsonObject Book() => new()
    {
        ["vendorName"] = "Twin Works",
        ["services"] = new JsonArray([.. services.Select(name => (JsonNode)new JsonObject { [profile.Old ? "serviceUri" : "serviceURI"] = $"{address()}/{name}/" })]),
    };
}
