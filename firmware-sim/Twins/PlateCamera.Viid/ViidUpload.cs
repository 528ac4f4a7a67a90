using EdgeGateway.Sim.Http;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Viid;

namespace EdgeGateway.Sim.Twins.PlateCamera.Viid;

/// <summary>POST /VIID/MotorVehicles, with a registration first where there is none (plate-camera.md sections 2.1 to 2.3).</summary>
public sealed class ViidUpload(ViidVoice voice, ViidSession session) : IViidPost
{
    public const string Target = "/VIID/MotorVehicles";

    public async Task<IReadOnlyList<string?>> SendAsync(IReadOnlyList<ViidStatement> vehicles, CancellationToken ct)
    {
        if (!session.IsRegistered && !await session.RegisterAsync(ct).ConfigureAwait(false))
        {
            return [.. vehicles.Select(_ => (string?)null)];
        }

        CallAnswer? answer = await session.PostAsync(Target, voice.Upload(vehicles), ct).ConfigureAwait(false);
        if (answer is { Status: 401 })
        {
            session.Forget();
        }

        return Told(answer, vehicles);
    }

    public async Task SendUnfinishedAsync(IReadOnlyList<ViidStatement> vehicles, CancellationToken ct)
    {
        byte[] whole = voice.Upload(vehicles);
        await session.PostAsync(Target, whole[..(whole.Length * 2 / 3)], ct).ConfigureAwait(false);
    }

    /// <summary>The single form may stand where a list is due (section 2.3); it then speaks for the only vehicle.</summary>
    private static IReadOnlyList<string?> Told(CallAnswer? answer, IReadOnlyList<ViidStatement> vehicles)
    {
        if (answer is null)
        {
            return [.. vehicles.Select(_ => (string?)null)];
        }

        var statuses = ViidStatuses.Read(answer.Body);
        return [.. vehicles.Select(vehicle => Word(answer.Status, statuses.Of(vehicle.Id) ?? (vehicles.Count == 1 ? statuses.Single : null)))];
    }

    private static string Word(int http, int? status) => (http, status) switch
    {
        (200, 0) => TruthLine.Ok,
        (200, { } code) => FormattableString.Invariant($"status {code}"),
        (200, null) => "no status",
        _ => FormattableString.Invariant($"{http}"),
    };
}
