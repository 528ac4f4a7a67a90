using System.Net;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Inspections;

namespace EdgeGateway.Sim.Twins.XrayScanner.Dahua;

/// <summary>Puts one simulated scanner together.</summary>
public static class DahuaXrayTwin
{
    /// <param name="voice">How it speaks.</param>
    /// <param name="profile">Its dialect decides which of the two attaches it offers.</param>
    /// <param name="listen">Where the gateway comes to.</param>
    /// <param name="gate">Who may.</param>
    public static AlertStreamServer Server(DahuaXrayVoice voice, InspectionProfile profile, IPEndPoint listen, DigestGate gate) =>
        new(listen, voice.ContentType, gate) { Path = profile.Dialect == InspectionDialect.Json ? "/cgi-bin/eventManager.cgi" : "/cgi-bin/snapManager.cgi" };
}
