using Microsoft.Extensions.Logging;

namespace EdgeGateway.Store;

internal static partial class StoreLog
{
    [LoggerMessage(3000, LogLevel.Information, "Store {Folder} is open: epoch {Epoch}, last number {SeqHead}, {Waiting} readings and {Media} files wait")]
    public static partial void Opened(ILogger log, string folder, string epoch, long seqHead, long waiting, long media);

    [LoggerMessage(3001, LogLevel.Error, "The store refuses readings: {What}. Mend the link to the platform, free the disk, or give the store more of it")]
    public static partial void Refuses(ILogger log, string what, Exception failure);

    [LoggerMessage(3002, LogLevel.Information, "The store takes readings again; it is over that {What}")]
    public static partial void TakesAgain(ILogger log, string what);

    [LoggerMessage(3003, LogLevel.Error, "{Count} files that wait for delivery are gone from the disk, the first is {Sha256}")]
    public static partial void MediaGone(ILogger log, long count, string sha256);

    [LoggerMessage(3004, LogLevel.Information, "{Count} files that no reading names were removed")]
    public static partial void OrphansRemoved(ILogger log, long count);

    [LoggerMessage(3005, LogLevel.Warning, "A file could not be tidied away; the next start does it")]
    public static partial void Untidy(ILogger log, Exception failure);

    [LoggerMessage(3030, LogLevel.Warning, "{Count} of lane {Lane} were given up: {Cause}. The platform is told which; give the store more room or a longer keep if they matter")]
    public static partial void Dropped(ILogger log, long count, string lane, string cause);

    [LoggerMessage(3031, LogLevel.Warning, "At the present rate the store holds {Hours} h more, then the limit of {First} is reached and something has to go. Mend the link to the platform, or give the store more room")]
    public static partial void FillsUp(ILogger log, double hours, string first);
    [LoggerMessage(3010, LogLevel.Critical, "The store is damaged ({Cause}): it takes nothing on until it was started anew and salvaged")]
    public static partial void Damaged(ILogger log, string cause, Exception? failure);

    [LoggerMessage(3011, LogLevel.Error, "The store in {Folder} is damaged ({Cause}); it is set aside and carried over")]
    public static partial void Salvaging(ILogger log, string folder, string cause, Exception? failure);

    [LoggerMessage(3013, LogLevel.Error, "The picture {Sha256} is not what it was; it is set aside")]
    public static partial void PictureDamaged(ILogger log, string sha256);

    [LoggerMessage(3014, LogLevel.Information, "The walk over the store is done: {Rows} readings and {Files} files")]
    public static partial void Patrolled(ILogger log, long rows, long files);

    [LoggerMessage(3015, LogLevel.Warning, "The walk over the store ended early")]
    public static partial void PatrolEnded(ILogger log, Exception failure);

    [LoggerMessage(3012, LogLevel.Warning, "The damaged store is in {SetAside}: {Recovered} readings and {Media} files are carried over, {Lost} readings and {MediaLost} files are lost; epoch {Epoch} begins")]
    public static partial void Salvaged(ILogger log, string setAside, long recovered, long lost, long media, long mediaLost, string epoch);

    [LoggerMessage(3045, LogLevel.Warning, "{Lost} records of parcels of the damaged store could not be read; {Recovered} go on: what comes for those that are lost begins a record of its own")]
    public static partial void ParcelsLost(ILogger log, long lost, long recovered);
}
