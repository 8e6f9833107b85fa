package dev.tilab.labs.autoscaling;

import java.util.ArrayList;
import java.util.List;

/**
 * The response times of all requests that a lane served: a mixture of the distributions that its instances had from slot to
 * slot. Percentiles of a run come from this, never from an average of percentiles.
 */
final class ResponseTimes {

    private final List<ResponseModel> models = new ArrayList<>();

    /** Of each model, by the node of its grid and by how many others they found. */
    private final List<double[]> requests = new ArrayList<>();

    private final List<double[]> finding = new ArrayList<>();
    private int latest = -1;
    private double total;

    /**
     * Adds requests that were admitted at rest, while the mean number in each instance was this one.
     *
     * @param answered those of them that were answered
     */
    void add(ResponseModel model, double number, double admitted, double answered) {
        place(model);
        int node = model.grid.node(number);
        double share = model.grid.share(node, number);
        requests.get(latest)[node] += admitted * (1 - share);
        requests.get(latest)[node + 1] += admitted * share;
        total += answered;
    }

    /** Adds requests of which so many found so many others. */
    void add(ResponseModel model, double[] found, double admitted, double answered) {
        place(model);
        double[] all = finding.get(latest);
        for (int number = 0; number < found.length; number++) {
            all[number] += admitted * found[number];
        }
        total += answered;
    }

    private void place(ResponseModel model) {
        if (latest >= 0 && models.get(latest) == model) {
            return;
        }
        latest = models.indexOf(model);
        if (latest < 0) {
            latest = models.size();
            models.add(model);
            requests.add(new double[model.grid.size()]);
            finding.add(new double[model.room]);
        }
    }

    /** The time within which this share of the requests was served; −1 if there were none. */
    double percentileMicros(double share) {
        if (total <= 0) {
            return -1;
        }
        List<double[]> found = new ArrayList<>();
        for (int model = 0; model < models.size(); model++) {
            found.add(found(model));
        }
        double low = 0;
        double high = 1e9;
        while (high - low > 1) {
            double middle = (low + high) / 2;
            double longer = 0;
            for (int model = 0; model < models.size(); model++) {
                longer += models.get(model).longer(found.get(model), middle);
            }
            boolean tooShort = longer > 1 - share;
            low = tooShort ? middle : low;
            high = tooShort ? high : middle;
        }
        return (low + high) / 2;
    }

    /** How many others the requests of one model found, as a share of all requests. */
    private double[] found(int place) {
        ResponseModel model = models.get(place);
        double[] weights = requests.get(place);
        double[] found = finding.get(place).clone();
        for (int number = 0; number < found.length; number++) {
            found[number] /= total;
        }
        for (int node = 0; node < weights.length; node++) {
            if (weights[node] > 0) {
                double[] atNode = model.found(node);
                for (int number = 0; number < found.length; number++) {
                    found[number] += weights[node] / total * atNode[number];
                }
            }
        }
        return found;
    }
}
