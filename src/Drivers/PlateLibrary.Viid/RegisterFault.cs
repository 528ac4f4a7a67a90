using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>What a refused registration means (plate-camera.md section 2.2): 400, 401 and 403 are credentials, so we stay away longer and longer.</summary>
public static class RegisterFault
{
    public static DeviceFaultException Of(LibraryAnswer answer) => (answer.Http, answer.Refusal) switch
    {
        (400 or 401 or 403, _) => Fault(FaultKind.Refused, $"The library refuses our login (HTTP {answer.Http}); check user, password and deviceId."),
        (404, _) => Fault(FaultKind.Refused, "The library does not know our deviceId, or has no /VIID; have it entered there, and check the port."),
        (405 or 501, _) => Fault(FaultKind.Unsupported, "What answers knows no Register; check host and port."),
        (>= 500 or 408 or 429, _) => Fault(FaultKind.Busy, $"The library cannot register us now (HTTP {answer.Http})."),
        (_, ViidStatusCodes.Busy or ViidStatusCodes.Rebooting) => Fault(FaultKind.Busy, "The library is busy or starting."),
        (_, { } code) => Fault(FaultKind.Refused, $"The library refuses our registration with status {code}; check deviceId, user and password."),
        _ => Fault(FaultKind.Garbled, $"The library answers Register with HTTP {answer.Http}; check host and port."),
    };

    private static DeviceFaultException Fault(FaultKind kind, string message) => new(kind, message);
}
