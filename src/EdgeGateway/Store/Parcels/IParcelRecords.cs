namespace EdgeGateway.Store.Parcels;

/// <summary>
/// Records of parcels that survive a crash: open ones, and closed ones for as long as something may still come for them. A record
/// whose reading goes out is changed in that reading's commit, by <see cref="PendingReading.Parcel"/>.
/// </summary>
public interface IParcelRecords
{
    /// <summary>All that is kept, by number, as of the last commit.</summary>
    /// <exception cref="IOException">The store is damaged; that is declared, and the next start salvages.</exception>
    IReadOnlyList<ParcelRow> All();

    /// <returns>One record; null when it is not kept.</returns>
    /// <exception cref="IOException">The store is damaged; that is declared, and the next start salvages.</exception>
    ParcelRow? Find(long number);

    /// <summary>Completes when the change is committed and synced.</summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses.</exception>
    Task KeepAsync(ParcelChange change);

    /// <summary>Forgets records; completes when that is committed.</summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses.</exception>
    Task ForgetAsync(IReadOnlyList<long> numbers);

    /// <summary>Gives up a record that nobody can read; completes when its row is gone and the loss told, in one commit.</summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses.</exception>
    Task GiveUpAsync(long number, Loss loss);
}
